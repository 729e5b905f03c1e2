using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>A school at which an account is a carer, with the children whom they may be told of.</summary>
/// <param name="Email">What the school has to reach them by; null where it has none.</param>
public sealed record FamilyPlace(School School, CarerViewer Viewer, IReadOnlyList<ChildOf> Children, string? Email, string? Phone);

/// <summary>A carer whom a visitor of the demo may be.</summary>
public sealed record DemoCarer(Guid AccountId, string Name, string Kind, string ChildName, string Language);

/// <summary>Where a carer's account opens something. Read on every request, so that what a court or the school ends is over at once.</summary>
public sealed class FamilyPlaces(Database database, IClock clock)
{
    private const int MostPlaces = 20;
    private const int MostOfTheDemo = 60;

    /// <summary>The stamp that a new cookie of this account carries; null where there is no such account.</summary>
    public async Task<string?> StampAsync(Guid account, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.Users.AsNoTracking().Where(u => u.Id == account).Select(u => u.SecurityStamp).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Every carer with a sign-in, in the demo's made-up schools. The caller makes sure that this is the demo.</summary>
    public async Task<IReadOnlyList<DemoCarer>> DemoCarersAsync(CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        var rows = await db.Relationships.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
            .Join(db.People.IgnoreQueryFilters([KeptDb.SchoolFilter]), t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Carer = p })
            .Where(both => both.Carer.AccountId != null)
            .Join(db.Pupils.IgnoreQueryFilters([KeptDb.SchoolFilter]), both => both.Tie.PupilId, p => p.Id, (both, p) => new { both.Tie, both.Carer, Child = p.PreferredName ?? p.GivenName })
            .OrderBy(row => row.Carer.NameKey).ThenBy(row => row.Tie.Id)
            .Take(MostOfTheDemo)
            .ToListAsync(cancel);
        return [.. rows.DistinctBy(row => row.Carer.Id).Select(row => new DemoCarer(row.Carer.AccountId!.Value, row.Carer.Name, row.Tie.Kind, row.Child, row.Tie.Language))];
    }

    /// <summary>Null when the account’s stamp is another by now, or it is a carer nowhere: then nobody is signed in.</summary>
    public async Task<IReadOnlyList<FamilyPlace>?> FindAsync(Guid account, string stamp, CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InZone(School.Zone).Date;
        List<(School School, Person Carer)> found;
        await using (var all = database.Open(Tenancy.OfEverySchool()))
        {
            var rows = await all.People.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
                .Where(p => p.AccountId == account && p.Kind == PersonKind.Carer && (p.LeftOn == null || p.LeftOn >= today))
                .Where(_ => all.Users.Any(u => u.Id == account && u.SecurityStamp == stamp))
                .Join(all.Schools, p => p.SchoolId, s => s.Id, (p, s) => new { Carer = p, School = s })
                .OrderBy(both => both.School.Name).ThenBy(both => both.Carer.Id)
                .Take(MostPlaces)
                .ToListAsync(cancel);
            found = [.. rows.Select(row => (row.School, row.Carer))];
        }

        if (found.Count == 0)
        {
            return null;
        }

        List<FamilyPlace> places = [];
        foreach (var (school, carer) in found)
        {
            await using var db = database.Open(Tenancy.Of(school.Id));
            places.Add(new FamilyPlace(
                school,
                new CarerViewer(school.Id, carer.Id, carer.Name),
                await db.Relationships.ChildrenOfAsync(db.Pupils, carer.Id, today, cancel),
                carer.Email,
                carer.Phone));
        }

        return places;
    }
}
