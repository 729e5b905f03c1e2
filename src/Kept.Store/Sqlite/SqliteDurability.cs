using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Store.Sqlite;

/// <summary>Full sync on every connection: what was acknowledged survives a power cut.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    public static readonly SqliteDurability Instance = new();

    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls; the awaited form would do the same and cost more.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
