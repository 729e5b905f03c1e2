using Kept.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Hosting;

/// <summary>Brings a database to the shape that this version of Kept expects, before anything reads it.</summary>
internal static class Migrations
{
    public static async Task BringUpToDateAsync(Place place, CancellationToken cancel)
    {
        await using var db = place.Database.Open(new Tenancy());
        await MigrateAsync(db, place, cancel);
        if (place.Database.Kind is DatabaseKind.Sqlite)
        {
            // Kept by the file itself; but a copy that somebody made with VACUUM INTO and put in its place has lost it.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        }
    }

    private static async Task MigrateAsync(KeptDb db, Place place, CancellationToken cancel)
    {
        var waiting = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        TakeACopy(place, waiting[0]);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>
    /// SQLite has no undo for a migration that goes wrong, so the record is copied first. By SQLite itself: what was written last lies in the
    /// write-ahead log, and a copy of the file alone would be without it.
    /// </summary>
    private static void TakeACopy(Place place, string first)
    {
        var file = Path.Combine(place.Directory, "kept.db");
        if (place.Database.Kind is not DatabaseKind.Sqlite || !File.Exists(file))
        {
            return;
        }

        var copy = $"{file}.before-{first}";
        File.Delete(copy);
        using var from = Open(file);
        using var to = Open(copy);
        from.BackupDatabase(to);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
