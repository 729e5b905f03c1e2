using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Sqlite;

/// <summary>
/// What SQLite knows of how many rows an index holds of each value, by which it chooses its way to an answer. PostgreSQL looks by itself; SQLite only where it
/// is asked to, and without it a pupil’s page in a school of fifty thousand entries takes five times as long.
/// </summary>
internal static class SqliteStatistics
{
    /// <summary>Of every table, read lately or not; those that have not grown tenfold since they were counted are passed by.</summary>
    private const string OfAllThatHasGrown = "PRAGMA optimize=0x10002";

    public static Task RefreshAsync(KeptDb db, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(OfAllThatHasGrown, cancel);
}
