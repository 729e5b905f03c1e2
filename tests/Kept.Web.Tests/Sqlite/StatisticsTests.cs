using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Sqlite;

/// <summary>SQLite counts nothing unless it is asked to; a server does so by itself.</summary>
public sealed class StatisticsTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-counts-");
    private Place place = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        place = new Place(folder.FullName, Database.OfFile(Path.Combine(folder.FullName, "kept.db")));
        await Migrations.BringUpToDateAsync(place, Cancel);
    }

    public ValueTask DisposeAsync()
    {
        place.Database.LetGo();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_has_grown_tenfold_is_counted_anew_and_what_has_not_is_left()
    {
        await AddTrustsAsync(10);
        await place.Database.RefreshStatisticsAsync(Cancel);
        Assert.Equal(10, await CountedAsync());

        await AddTrustsAsync(20);
        await place.Database.RefreshStatisticsAsync(Cancel);
        Assert.Equal(10, await CountedAsync());

        await AddTrustsAsync(300);
        await place.Database.RefreshStatisticsAsync(Cancel);
        Assert.Equal(330, await CountedAsync());
    }

    [Fact]
    public async Task A_server_counts_what_it_finds()
    {
        await AddTrustsAsync(10);
        await using var app = KeptApp.Create(new KeptAppOptions(place, IsDemo: false, "http://127.0.0.1:0"));
        await app.StartAsync(Cancel);

        // In the background: nobody waits for it at the start.
        for (var look = 0; look < 100 && await CountedAsync() == 0; look++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.Equal(10, await CountedAsync());
        await app.StopAsync(Cancel);
    }

    private async Task AddTrustsAsync(int many)
    {
        await using var db = place.Database.Open(new Tenancy());
        db.AddRange(Enumerable.Range(0, many).Select(_ => new Trust { Id = Id<Trust>.New(), Name = "Bridge" }));
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>How many trusts SQLite believes that there are; none before it has counted.</summary>
    private async Task<int> CountedAsync()
    {
        await using var db = place.Database.Open(new Tenancy());
        var isThere = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync(Cancel);
        return isThere == 0 ? 0
            : await db.Database.SqlQuery<int>($"SELECT CAST(stat AS INTEGER) AS Value FROM sqlite_stat1 WHERE tbl = 'trusts'").FirstOrDefaultAsync(Cancel);
    }
}
