using Kept.Domain;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Web.Bench;
using Kept.Web.Hosting;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Bench;

/// <summary>What is written in bulk must be what the doors would have written.</summary>
public sealed class GeneratedTrustTests : IAsyncLifetime
{
    private readonly List<TestDatabase> databases = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await database.RemoveAsync();
        }
    }

    [Fact]
    public async Task A_generated_trust_has_the_size_that_was_asked_for_and_can_be_verified()
    {
        var database = await MadeAsync(new TrustSize(Schools: 2, Pupils: 41, Entries: 300, Seed: 1));

        var proof = await new RecordVerifier(database, new Checkpoints(database, new FixedClock())).VerifyAsync(null, null, null, Cancel);

        Assert.True(proof.IsIntact);
        Assert.Equal(2, proof.Schools.Count);
        Assert.Equal(41, proof.Schools.Sum(s => s.Pupils));
        Assert.Equal(150, (await IssuesAsync(database)).Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_entries_and_another_gives_others()
    {
        var size = new TrustSize(Schools: 1, Pupils: 20, Entries: 60, Seed: 1);
        var (one, same, other) = (await MadeAsync(size), await MadeAsync(size), await MadeAsync(size with { Seed = 2 }));

        Assert.Equal(await IssuesAsync(one), await IssuesAsync(same));
        Assert.NotEqual(await IssuesAsync(one), await IssuesAsync(other));
    }

    [Theory]
    [InlineData(5_000, 1, 250)]
    [InlineData(200_000, 10, 10_000)]
    [InlineData(5_000_000, 250, 250_000)]
    public void A_record_has_the_proportions_of_ordinary_schools(int entries, int schools, int pupils) =>
        Assert.Equal(new TrustSize(schools, pupils, entries, 1), TrustSize.Of(entries, null, null, 1));

    private async Task<Database> MadeAsync(TrustSize size)
    {
        var empty = await TestDatabase.EmptyAsync();
        databases.Add(empty);
        await Migrations.BringUpToDateAsync(empty.Place, Cancel);
        await GeneratedTrust.MakeAsync(empty.Place.Database, new FixedClock(), size, null, Cancel);
        return empty.Place.Database;
    }

    private static async Task<List<string>> IssuesAsync(Database database)
    {
        await using var find = database.Open(new Tenancy());
        var school = await find.Schools.Where(s => s.Slug == "bench-1").Select(s => s.Id).SingleAsync(Cancel);
        await using var db = database.Open(Tenancy.Of(school));
        var rows = await db.LogEntries.OrderBy(e => e.HappenedOn)
            .Join(db.Pupils, e => e.PupilId, p => p.Id, (e, p) => new { p.Upn, e.HappenedOn, e.LoggedAt, e.Issue }).ToListAsync(Cancel);
        return [.. rows.Select(row => $"{row.Upn} {row.HappenedOn} {row.LoggedAt} {row.Issue}").Order()];
    }
}
