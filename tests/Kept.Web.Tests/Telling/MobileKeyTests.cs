using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Kept.Web.Tests.Telling;

/// <summary>Whoever was there before numbers had keys is found by their number as everybody after.</summary>
public sealed class MobileKeyTests(TellingHost host) : PageTest(host), IClassFixture<TellingHost>
{
    [Theory]
    [InlineData("07700 900 123")]
    [InlineData("(07700) 900-123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900123")]
    [InlineData("0044 7700 900123")]
    [InlineData("01632 960001")]
    [InlineData("070 0900 1234")]
    [InlineData("076 0900 1234")]
    [InlineData("0770 900 12")]
    [InlineData("ask the office")]
    [InlineData(null)]
    public async Task The_step_to_this_version_writes_the_same_key_as_saving_does(string? phone)
    {
        await using var db = Host.OpenDb();
        var mother = db.People.Where(p => p.Id == World.LeosMother.Id);
        await mother.ExecuteUpdateAsync(set => set.SetProperty(p => p.Phone, phone).SetProperty(p => p.MobileKey, (string?)null), Cancel);
        var steps = db.GetService<IMigrationsAssembly>();
        var step = steps.CreateMigration(steps.Migrations["0028_Notify"], db.Database.ProviderName!);
        foreach (var sql in step.UpOperations.OfType<SqlOperation>())
        {
            await db.Database.ExecuteSqlRawAsync(sql.Sql, Cancel);
        }

        Assert.Equal(Addresses.Mobile(phone), await mother.Select(p => p.MobileKey).SingleAsync(Cancel));
    }
}
