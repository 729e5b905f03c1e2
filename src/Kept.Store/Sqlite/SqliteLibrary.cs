using SQLitePCL;

namespace Kept.Store.Sqlite;

/// <summary>How the SQLite library itself is set up, once in a process and before its first connection.</summary>
internal static class SqliteLibrary
{
    private const int ConfigMemoryStatus = 9;

    private static readonly Lazy<int> Answer = new(() =>
    {
        Batteries_V2.Init();
        return raw.sqlite3_config(ConfigMemoryStatus, 0);
    });

    /// <summary>
    /// Stops SQLite counting the bytes it holds. It counts under one lock for the whole process, taken at each allocation, and readers on
    /// two cores spend more time waiting for that than reading.
    /// </summary>
    public static void SetUp()
    {
        if (Answer.Value != raw.SQLITE_OK)
        {
            throw new InvalidOperationException("SQLite was used before it was set up: open it through Database, which does so first.");
        }
    }
}
