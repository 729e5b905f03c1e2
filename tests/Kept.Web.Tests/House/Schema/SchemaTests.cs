using Kept.Store;
using Kept.Web.Hosting;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.House.Schema;

/// <summary>Migrating from nothing gives what the model says, on each database, with the guards that only a database can give.</summary>
public sealed class SchemaTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Migrating_from_nothing_gives_the_shape_of_the_model()
    {
        await using var modelled = await OwnDatabase.AsModelledAsync();
        await using var migrated = Host.OpenDb();
        var tables = TablesOfTheModel(migrated);

        var wanted = await Shape.OfAsync(modelled.Db, tables);
        var found = await Shape.OfAsync(migrated, tables);

        Breaches.None([.. wanted.Except(found).Select(part => $"no migration makes: {part}"), .. Unasked(found, wanted).Select(part => $"the model knows nothing of: {part}")]);
    }

    [Theory]
    [InlineData("ALTER TABLE drafts ADD COLUMN mood text", "drafts column mood")]
    [InlineData("DROP INDEX ix_actions_school_id_due_on", "ix_actions_school_id_due_on")]
    public async Task A_migration_that_drifts_from_the_model_would_be_noticed(string drift, string named)
    {
        await using var modelled = await OwnDatabase.AsModelledAsync();
        await using var drifted = await OwnDatabase.AsModelledAsync();
        var tables = TablesOfTheModel(drifted.Db);
        await drifted.Db.Database.ExecuteSqlRawAsync(drift, Cancel);

        var wanted = await Shape.OfAsync(modelled.Db, tables);
        var found = await Shape.OfAsync(drifted.Db, tables);

        Assert.Contains(wanted.Except(found).Concat(Unasked(found, wanted)), part => part.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_migration_can_be_taken_back()
    {
        await using var own = await OwnDatabase.MigratedAsync();

        await own.Db.Database.MigrateAsync("0", Cancel);

        Assert.Equal(["__EFMigrationsHistory"], (await Shape.TablesAsync(own.Db)).Where(t => t != "__EFMigrationsLock"));
    }

    [Fact]
    public async Task Every_table_of_a_school_is_found_by_the_school_first()
    {
        await using var db = Host.OpenDb();
        var leaders = await Shape.LeadersOfSchoolTablesAsync(db);

        Assert.NotEmpty(leaders);
        Breaches.None(leaders.Where(t => !t.Contains("school_id")).Select(t => $"{t.Key} has no key or index that begins with school_id: a big trust would read every school’s rows."));
    }

    [Fact]
    public async Task A_table_that_is_not_found_by_its_school_would_be_noticed()
    {
        await using var own = await OwnDatabase.MigratedAsync();
        await own.Db.Database.ExecuteSqlRawAsync("CREATE TABLE planted (id integer PRIMARY KEY, school_id text)", Cancel);

        var leaders = await Shape.LeadersOfSchoolTablesAsync(own.Db);

        Assert.DoesNotContain("school_id", leaders["planted"]);
    }

    private static List<string> TablesOfTheModel(KeptDb db) => [.. db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct()];

    /// <summary>Search has indexes that no model can express; migrations make them by hand, and their names say so.</summary>
    private static IEnumerable<string> Unasked(IEnumerable<string> found, IEnumerable<string> wanted) =>
        found.Except(wanted).Where(part => !part.Contains("search", StringComparison.Ordinal));
}

/// <summary>A database of one test, beside that of its class.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private readonly TestDatabase database;

    private OwnDatabase(TestDatabase database)
    {
        this.database = database;
        Db = database.Place.Database.Open(new Tenancy());
    }

    public KeptDb Db { get; }

    public static async Task<OwnDatabase> MigratedAsync()
    {
        var own = new OwnDatabase(await TestDatabase.EmptyAsync());
        await Migrations.BringUpToDateAsync(own.database.Place, TestContext.Current.CancellationToken);
        return own;
    }

    public static async Task<OwnDatabase> AsModelledAsync()
    {
        var own = new OwnDatabase(await TestDatabase.EmptyAsync());
        await own.Db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return own;
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await database.RemoveAsync();
    }
}
