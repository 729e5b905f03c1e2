using Kept.Domain;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Web.Documents;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.World;

/// <summary>The database of the demo: made once, whole or not at all, and never over a real school's.</summary>
internal static class DemoPlace
{
    public static async Task MakeOnceAsync(Place place, CancellationToken cancel)
    {
        if (place.Database.Kind is DatabaseKind.Sqlite && !File.Exists(FileOf(place)))
        {
            await MakeBesideAsync(place, cancel);
            return;
        }

        await Migrations.BringUpToDateAsync(place, cancel);
        await using var db = place.Database.Open(new Tenancy());
        if (!await db.Schools.AnyAsync(cancel))
        {
            await MakeAsync(place, cancel);
        }
    }

    /// <summary>Removes the made-up schools, and refuses where there are others.</summary>
    public static async Task<Refusal?> EmptyAsync(Place place, CancellationToken cancel)
    {
        if (place.Database.Kind is not DatabaseKind.Sqlite)
        {
            return new Refusal("On PostgreSQL, drop the demo’s database and make it again; then run this without --fresh.");
        }

        if (!File.Exists(FileOf(place)))
        {
            return null;
        }

        await Migrations.BringUpToDateAsync(place, cancel);
        await using (var db = place.Database.Open(new Tenancy()))
        {
            if (await db.Schools.AnyAsync(s => s.Slug != "hillview" && s.Slug != "riverside", cancel))
            {
                return new Refusal("This database holds a school that is not of the demo, so nothing was removed.");
            }
        }

        place.Database.LetGo();
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(FileOf(place) + part);
        }

        return null;
    }

    /// <summary>In another file, which takes the name once it is whole: a demo that was interrupted leaves nothing half made.</summary>
    private static async Task MakeBesideAsync(Place place, CancellationToken cancel)
    {
        var unfinished = FileOf(place) + ".unfinished";
        File.Delete(unfinished);
        var beside = place with { Database = Database.OfFile(unfinished) };
        await Migrations.BringUpToDateAsync(beside, cancel);
        await MakeAsync(beside, cancel);
        beside.Database.LetGo();
        File.Move(unfinished, FileOf(place));
    }

    private static Task MakeAsync(Place place, CancellationToken cancel)
    {
        Console.WriteLine("Making two schools of Oakmoor Learning Trust: Hillview Primary and Riverside Academy…");
        return DemoWorld.MakeAsync(place.Database, MillisecondClock.System, cancel, blobs: DocumentServices.BlobsOf(place.Directory));
    }

    private static string FileOf(Place place) => Path.Combine(place.Directory, "kept.db");
}
