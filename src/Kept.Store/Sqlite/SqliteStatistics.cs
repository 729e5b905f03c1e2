using System.Data.Common;

namespace Kept.Store.Sqlite;

/// <summary>
/// What SQLite knows of how many rows an index holds of each value, by which it chooses its way to an answer. PostgreSQL looks by itself; SQLite only where it
/// is asked to, and without it a pupil’s page in a school of fifty thousand entries takes five times as long.
/// </summary>
internal static class SqliteStatistics
{
    /// <summary>
    /// Names what there is to count, of every table, read lately or not: those that are new or have grown tenfold. SQLite would also count them itself, but all in
    /// one transaction, and nobody could save until the last was done.
    /// </summary>
    private const string WhatHasGrown = "PRAGMA optimize(0x10003)";

    public static async Task RefreshAsync(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = WhatHasGrown;
        List<string> counts = [];
        await using (var rows = await command.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                counts.Add(rows.GetString(0));
            }
        }

        foreach (var count in counts)
        {
#pragma warning disable CA2100 // What SQLite itself has said.
            command.CommandText = count;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
