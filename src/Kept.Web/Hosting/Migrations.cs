using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Hosting;

/// <summary>Brings a database to the shape that this version of Kept expects, before anything reads it.</summary>
internal static class Migrations
{
    public static async Task BringUpToDateAsync(Place place, CancellationToken cancel)
    {
        await using var db = place.Database.Open(new Tenancy());
        var waiting = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        TakeACopy(place, waiting[0]);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>SQLite has no undo for a migration that goes wrong, so the file is copied first.</summary>
    private static void TakeACopy(Place place, string first)
    {
        var file = Path.Combine(place.Directory, "kept.db");
        if (place.Database.Kind is DatabaseKind.Sqlite && File.Exists(file))
        {
            File.Copy(file, $"{file}.before-{first}", overwrite: true);
        }
    }
}
