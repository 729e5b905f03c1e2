using System.Data.Common;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.House.Schema;

/// <summary>What holds even against a slip in our own code: no school reaches another's rows (rule 8), and no history is rewritten (rule 5).</summary>
public sealed class GuardsTests(KeptHost host) : PageTest(host)
{
    private const string OnlyPostgres = "SQLite has no row-level security: there the query filter and the foreign keys stand alone";

    [Fact]
    public async Task A_school_reads_no_other_schools_rows()
    {
        await using var db = Host.OpenDb(World.Riverside.Id);

        Assert.Equal([World.Ruby.Id], await db.Pupils.Select(p => p.Id).ToListAsync(Cancel));
        Assert.False(await db.LedgerLinks.AnyAsync(l => l.Chain == World.Leo.Id.Value, Cancel));
        Assert.Null(await db.Pupils.FindAsync([World.Hillview.Id, World.Leo.Id], Cancel));
    }

    [Fact]
    public async Task A_unit_of_work_that_has_not_said_its_school_reads_nothing()
    {
        await using var db = Host.Place.Database.Open(new Tenancy());

        Assert.False(await db.Pupils.AnyAsync(Cancel));
        Assert.False(await db.People.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Another_schools_row_cannot_be_saved()
    {
        await using var db = Host.OpenDb(World.Riverside.Id);
        db.Add(new RoleHeld { Id = Id<RoleHeld>.New(), SchoolId = World.Hillview.Id, PersonId = World.Teacher.Id, Role = StaffRole.Senco });

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        Assert.Contains("another school", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_noun_of_a_school_is_filtered_by_the_school()
    {
        await using var db = Host.OpenDb();
        var unfiltered = db.Model.GetEntityTypes()
            .Where(e => typeof(IBelongsToSchool).IsAssignableFrom(e.ClrType) && e.ClrType != typeof(School) && e.GetDeclaredQueryFilters().Count == 0);

        Breaches.None(unfiltered.Select(e => $"{e.ClrType.Name} has no filter by school."));
    }

    [Fact]
    public async Task A_reference_cannot_leave_its_school_even_by_raw_words()
    {
        await using var db = Host.OpenDb();

        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlAsync(
            $"INSERT INTO key_adults (id, school_id, pupil_id, person_id, since) VALUES ({Guid.NewGuid()}, {World.Hillview.Id.Value}, {World.Ruby.Id.Value}, {World.Teacher.Id.Value}, {new DateOnly(2026, 5, 5)})",
            Cancel));
    }

    [Theory]
    [InlineData("UPDATE ledger_links SET kind = 'nothing-happened'")]
    [InlineData("DELETE FROM ledger_links")]
    public async Task The_database_refuses_to_change_history(string sql)
    {
        await using var db = Host.OpenDb();

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_itself_shows_a_school_no_other_schools_rows()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, OnlyPostgres);
        await using var db = Host.OpenDb(World.Riverside.Id);

        var names = await Shape.QueryAsync(db, "SELECT given_name FROM pupils");

        Assert.Equal([World.Ruby.GivenName], names);
    }

    [Fact]
    public async Task PostgreSQL_itself_takes_no_row_for_another_school()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, OnlyPostgres);
        await using var db = Host.OpenDb(World.Riverside.Id);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlAsync(
            $"INSERT INTO roles_held (id, school_id, person_id, role) VALUES ({Guid.NewGuid()}, {World.Hillview.Id.Value}, {World.Teacher.Id.Value}, 'senco')", Cancel));
        Assert.Contains("row-level security", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_guards_every_table_of_a_school_even_from_its_owner()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, OnlyPostgres);
        await using var db = Host.OpenDb();

        Breaches.None((await UnguardedAsync(db)).Select(table => $"{table} has a school_id and no forced row-level security: add it to GuardBySchool in its migration."));
    }

    [Fact]
    public async Task A_table_without_the_guard_would_be_noticed()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, OnlyPostgres);
        await using var own = await OwnDatabase.MigratedAsync();
        await own.Db.Database.ExecuteSqlRawAsync("CREATE TABLE planted (id uuid PRIMARY KEY, school_id uuid)", Cancel);

        Assert.Equal(["planted"], await UnguardedAsync(own.Db));
    }

    [Fact]
    public async Task The_tests_do_not_run_as_somebody_whom_nothing_binds()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, OnlyPostgres);
        await using var db = Host.OpenDb();

        Assert.Equal(["false"], await Shape.QueryAsync(db, "SELECT (rolsuper OR rolbypassrls)::text FROM pg_roles WHERE rolname = current_user"));
    }

    /// <summary>The search tables are read through one function that names the school itself: see decision 21.</summary>
    private static Task<IReadOnlyList<string>> UnguardedAsync(KeptDb db) => Shape.QueryAsync(db,
        """
        SELECT t.relname FROM pg_class t JOIN pg_attribute s ON s.attrelid = t.oid AND s.attname = 'school_id'
        WHERE t.relkind = 'r' AND t.relname <> 'schools' AND t.relname NOT LIKE 'search\_%' AND NOT (t.relrowsecurity AND t.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid))
        """);
}
