using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Bench;

/// <summary>A generated trust, and whose pages are asked for in it: the first school's SENCO looks at a pupil.</summary>
internal sealed record BenchPlace(Place Place, TrustSize Size, Id<School> School, Guid Account, Id<Person> Senco, IReadOnlyList<Id<Pupil>> Pupils)
{
    public string PupilPage => $"/pupils/{Pupils[0]}";

    /// <summary>Makes it, unless one of the same size is there from an earlier run.</summary>
    public static async Task<BenchPlace> MakeAsync(Place place, TrustSize size, IProgress<string> progress, CancellationToken cancel)
    {
        var marker = Path.Combine(place.Directory, "size.txt");
        await Migrations.BringUpToDateAsync(place, cancel);
        await using var db = place.Database.Open(new Tenancy());
        if (!File.Exists(marker) || await File.ReadAllTextAsync(marker, cancel) != size.ToString())
        {
            if (await db.Schools.AnyAsync(cancel))
            {
                throw new InvalidOperationException($"{place.Directory} holds a record of another size. Give an empty --data folder or database.");
            }

            progress.Report($"making {size.Entries:N0} entries about {size.Pupils:N0} pupils of {size.Schools:N0} schools");
            await GeneratedTrust.MakeAsync(place.Database, MillisecondClock.System, size, null, cancel);
            await SettleAsync(db, place.Database, cancel);
            await File.WriteAllTextAsync(marker, size.ToString(), cancel);
        }

        var school = await db.Schools.Where(s => s.Slug == "bench-1").Select(s => s.Id).SingleAsync(cancel);
        return await LookAsync(place, size, school, cancel);
    }

    private static async Task<BenchPlace> LookAsync(Place place, TrustSize size, Id<School> school, CancellationToken cancel)
    {
        await using var db = place.Database.Open(Tenancy.Of(school));
        var senco = await db.RolesHeld.Where(r => r.Role == StaffRole.Senco).Select(r => r.PersonId).FirstAsync(cancel);
        var account = await db.People.Where(p => p.Id == senco).Select(p => p.AccountId).SingleAsync(cancel);
        var pupils = await db.Pupils.OrderBy(p => p.Id).Take(200).Select(p => p.Id).ToListAsync(cancel);
        return new BenchPlace(place, size, school, account!.Value, senco, pupils);
    }

    /// <summary>What is done within a day of such a load: by PostgreSQL itself, and by our own upkeep of SQLite.</summary>
    private static async Task SettleAsync(KeptDb db, Database database, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync(database.Kind is DatabaseKind.PostgreSql ? "ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        await database.RefreshStatisticsAsync(cancel);
    }
}
