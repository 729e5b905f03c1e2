using System.Data.Common;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Web.Tests.Hosting;

/// <summary>Of one file; a server has backups of its own.</summary>
public sealed class MigrationsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-migrations-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Whoever_reads_need_not_wait_for_whoever_writes()
    {
        var place = new Place(folder.FullName, Database.OfFile(Path.Combine(folder.FullName, "kept.db")));

        await Migrations.BringUpToDateAsync(place, Cancel);

        await using (var db = place.Database.Open(new Tenancy()))
        {
            Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancel));
        }

        Assert.Equal(["kept.db", "kept.db-shm", "kept.db-wal"], folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
        place.Database.LetGo();
    }

    [Fact]
    public async Task The_copy_before_a_new_version_has_what_was_written_last()
    {
        var place = new Place(folder.FullName, Database.OfFile(Path.Combine(folder.FullName, "kept.db")));
        await Migrations.BringUpToDateAsync(place, Cancel);
        await using var open = place.Database.Open(new Tenancy());
        open.Add(new Trust { Id = Id<Trust>.New(), Name = "Written last" });
        await open.SaveChangesAsync(Cancel);
        var last = open.Database.GetMigrations().Last();
        await open.Database.ExecuteSqlRawAsync(open.GetService<IHistoryRepository>().GetDeleteScript(last), Cancel);

        // The last step is there already, so that it goes wrong: what counts is the copy.
        await Assert.ThrowsAnyAsync<DbException>(() => Migrations.BringUpToDateAsync(place, Cancel));

        var copy = Database.OfFile(Path.Combine(folder.FullName, $"kept.db.before-{last}"));
        await using (var before = copy.Open(new Tenancy()))
        {
            Assert.Equal("Written last", await before.Trusts.Select(t => t.Name).SingleAsync(Cancel));
            Assert.Equal([last], await before.Database.GetPendingMigrationsAsync(Cancel));
        }

        copy.LetGo();
        place.Database.LetGo();
    }
}
