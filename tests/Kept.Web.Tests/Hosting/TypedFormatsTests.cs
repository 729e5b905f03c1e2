using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Kept.Web.Tests.Hosting;

/// <summary>What an earlier Kept had typed about formats becomes the choice, and stays as it was, since the ledger proves it.</summary>
public sealed class TypedFormatsTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("large print", true, false)]
    [InlineData("Large print on yellow, easy read", true, true)]
    [InlineData("BSL", false, false)]
    [InlineData("Not large print", false, false)]
    public async Task A_plain_word_is_a_choice(string typed, bool large, bool easy)
    {
        await using var db = Host.OpenDb();
        await db.Database.ExecuteSqlAsync($"UPDATE relationships SET accessible_format = {typed}, large_print = {false}, easy_read = {false}", Cancel);
        var migrations = db.GetService<IMigrationsAssembly>();
        var moving = migrations.CreateMigration(migrations.Migrations["0027_Formats"], db.Database.ProviderName!).UpOperations.OfType<SqlOperation>()
            .Where(o => o.Sql.StartsWith("UPDATE", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, moving.Count);

        foreach (var operation in moving)
        {
            await db.Database.ExecuteSqlRawAsync(operation.Sql, Cancel);
        }

        var tie = await db.Relationships.AsNoTracking().SingleAsync(t => t.CarerId == World.LeosMother.Id, Cancel);
        Assert.Equal((large, easy, typed), (tie.LargePrint, tie.EasyRead, tie.AccessibleFormat));
    }
}
