using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Ledger;

/// <summary>Somebody with the database's own password and bad intentions: takes its guards down, changes what they like, puts them back.</summary>
internal sealed class Tamperer(KeptHost host)
{
    private static readonly string[] Guarded = ["ledger_links", "checkpoints", "checkpoint_heads"];

    public Task DoAsync(string sql) => DoAsync(host.World.Hillview.Id, sql);

    private async Task DoAsync(Id<School> school, string sql)
    {
        await using var db = host.OpenDb(school);
        if (db.Database.IsNpgsql())
        {
            await RunAsync(db, string.Join(';', Guarded.Select(t => $"ALTER TABLE {t} DISABLE TRIGGER USER")));
        }
        else
        {
            await DropSqliteGuardsAsync(db);
        }

        await RunAsync(db, sql);
    }

    /// <summary>An id as this database spells it in SQL.</summary>
    public static string Sql(Guid id) => TestDatabase.IsPostgres ? $"'{id:D}'" : $"'{id.ToString("D").ToUpperInvariant()}'";

    private static async Task DropSqliteGuardsAsync(KeptDb db)
    {
        await RunAsync(db, string.Join(';', Guarded.SelectMany(t => (string[])[$"DROP TRIGGER IF EXISTS {t}_refuses_update", $"DROP TRIGGER IF EXISTS {t}_refuses_delete"])));
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        using var off = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        off.CommandText = "PRAGMA foreign_keys=OFF";
        off.ExecuteNonQuery();
    }

    private static Task<int> RunAsync(KeptDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
}
