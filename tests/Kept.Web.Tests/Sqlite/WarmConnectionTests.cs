using System.Data;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Sqlite;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Kept.Web.Tests.Sqlite;

/// <summary>Of one file; a server has its own pool.</summary>
public sealed class WarmConnectionTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-warm-");
    private Database database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder.FullName, "kept.db");

    public async ValueTask InitializeAsync()
    {
        database = Database.OfFile(File);
        await Migrations.BringUpToDateAsync(new Place(folder.FullName, database), Cancel);
    }

    public ValueTask DisposeAsync()
    {
        database.LetGo();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_next_one_finds_the_connection_open_and_its_statements_prepared()
    {
        var first = await AskAsync("none");
        var ready = first.Ready;

        var second = await AskAsync("neither");

        Assert.Same(first, second);
        Assert.Equal(ready, second.Ready);
    }

    /// <summary>Without the setting SQLite plans such a statement each time: the value might decide whether the index serves.</summary>
    [Fact]
    public async Task A_prepared_statement_is_not_planned_anew_for_another_value()
    {
        await using var db = database.Open(new Tenancy());
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE sample (state TEXT, kind TEXT); CREATE INDEX sample_open ON sample (kind) WHERE state = 'open';", Cancel);
        using var sample = await StatementAsync(db, "SELECT kind FROM sample WHERE kind = $kind AND state = $state");
        foreach (var state in (string[])["open", "done", "open"])
        {
            raw.sqlite3_bind_text(sample, 1, "any");
            raw.sqlite3_bind_text(sample, 2, state);
            Assert.Equal(raw.SQLITE_DONE, raw.sqlite3_step(sample));
            raw.sqlite3_reset(sample);
        }

        Assert.Equal((3, 0), (raw.sqlite3_stmt_status(sample, Runs, 0), raw.sqlite3_stmt_status(sample, PlannedAnew, 0)));
    }

    [Fact]
    public async Task The_same_statement_can_be_read_twice_at_once()
    {
        await AskAsync("none");
        await using var db = database.Open(new Tenancy());
        db.Add(Named("One"));
        db.Add(Named("Two"));
        await db.SaveChangesAsync(Cancel);

        List<string> pairs = [];
        await foreach (var one in Names(db))
        {
            await foreach (var other in Names(db))
            {
                pairs.Add($"{one} {other}");
            }
        }

        Assert.Equal(["One One", "One Two", "Two One", "Two Two"], pairs);
    }

    [Fact]
    public async Task A_statement_that_failed_does_not_spoil_the_next_one()
    {
        var one = Named("One");
        await using (var db = database.Open(new Tenancy()))
        {
            db.Add(one);
            await db.SaveChangesAsync(Cancel);
        }

        for (var i = 0; i < 3; i++)
        {
            await using var db = database.Open(new Tenancy());
            db.Add(Named("Another", one.Id));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
            Assert.Equal("One", await db.Trusts.AsNoTracking().Select(t => t.Name).SingleAsync(Cancel));
        }
    }

    [Fact]
    public async Task What_was_begun_and_not_kept_is_not_found_by_the_next_one()
    {
        await using (var db = database.Open(new Tenancy()))
        {
            await db.Database.BeginTransactionAsync(Cancel);
            db.Add(Named("Half"));
            await db.SaveChangesAsync(Cancel);
        }

        await using var next = database.Open(new Tenancy());
        Assert.False(await next.Trusts.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_of_a_file_is_held_once_it_was_let_go()
    {
        var before = await AskAsync("none");
        var busy = database.Open(new Tenancy());
        await busy.Trusts.AnyAsync(Cancel);

        database.LetGo();
        await busy.DisposeAsync();

        Assert.Equal(ConnectionState.Closed, before.State);
        Assert.DoesNotContain(new DirectoryInfo("/proc/self/fd").EnumerateFiles(), f => f.LinkTarget?.StartsWith(File, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_every_connection_must_have_is_there_when_it_is_used_again()
    {
        await AskAsync("none");
        await using var db = database.Open(new Tenancy());
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Cancel));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Cancel));
    }

    private const int PlannedAnew = 5, Runs = 6;

    private static async Task<sqlite3_stmt> StatementAsync(KeptDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(Assert.IsType<WarmConnection>(db.Database.GetDbConnection()).Handle!, sql, out var statement));
        return statement;
    }

    private static Trust Named(string name, Id<Trust>? id = null) => new() { Id = id ?? Id<Trust>.New(), Name = name };

    private static IAsyncEnumerable<string> Names(KeptDb db) => db.Trusts.AsNoTracking().OrderBy(t => t.Name).Select(t => t.Name).AsAsyncEnumerable();

    private async Task<WarmConnection> AskAsync(string name)
    {
        await using var db = database.Open(new Tenancy());
        Assert.False(await db.Trusts.AnyAsync(t => t.Name == name, Cancel));
        return Assert.IsType<WarmConnection>(db.Database.GetDbConnection());
    }
}
