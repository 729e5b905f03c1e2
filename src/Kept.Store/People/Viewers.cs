using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.People;

/// <summary>A signed-in person at a school, with the school they look at.</summary>
public sealed record SignedIn(StaffViewer Viewer, School School);

/// <summary>One of the schools at which an account may sign in.</summary>
public sealed record Place(Id<School> SchoolId, string SchoolName, string Slug, Id<Person> PersonId, string PersonName);

/// <summary>Somebody whom a visitor of the demo may be.</summary>
public sealed record DemoPerson(Id<School> SchoolId, string SchoolName, Id<Person> PersonId, Guid AccountId, string Name, string Role);

/// <summary>Finds who an account is. The one place that looks across schools, and it gives out names of schools alone.</summary>
public sealed class Viewers(Database database, IClock clock)
{
    private const int MostPlaces = 50;

    /// <summary>Compiled once, since it is asked on every request.</summary>
    private static readonly Func<KeptDb, Guid, string?, LocalDate, CancellationToken, Task<Found?>> Find = EF.CompileAsyncQuery(
        (KeptDb db, Guid account, string? stamp, LocalDate today, CancellationToken cancel) => db.People.AsNoTracking()
            .Where(p => p.AccountId == account && p.Kind == PersonKind.Staff && (p.LeftOn == null || p.LeftOn >= today))
            .Where(_ => stamp == null || db.Users.Any(u => u.Id == account && u.SecurityStamp == stamp))
            .Select(p => new Found(
                p,
                db.Schools.Single(s => s.Id == p.SchoolId),
                db.RolesHeld.Where(r => r.PersonId == p.Id).Select(r => new RoleFound(r.Role, r.ClassName)).ToList()))
            .FirstOrDefault());

    /// <summary>Read on every request in one statement, so that a role taken away is gone at once. Null when they may not be here.</summary>
    /// <param name="stamp">The account's stamp as the cookie has it: signing out everywhere changes it. Null where it is not asked.</param>
    public async Task<SignedIn?> FindAsync(KeptDb db, Guid account, CancellationToken cancel, string? stamp = null)
    {
        if (await Find(db, account, stamp, Today(), cancel) is not { } row)
        {
            return null;
        }

        var classes = row.Roles.Where(r => r.Role.IsForAClass()).Select(r => r.ClassName).OfType<string>().Distinct();
        var viewer = new StaffViewer(row.School.Id, row.Person.Id, row.Person.Name, [.. row.Roles.Select(r => r.Role).Distinct()], [.. classes]);
        return new SignedIn(viewer, row.School);
    }

    /// <summary>The schools at which this account is a member of staff today.</summary>
    public async Task<IReadOnlyList<Place>> PlacesAsync(Guid account, CancellationToken cancel)
    {
        var today = Today();
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.People.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
            .Where(p => p.AccountId == account && p.Kind == PersonKind.Staff && (p.LeftOn == null || p.LeftOn >= today))
            .Join(db.Schools, p => p.SchoolId, s => s.Id, (p, s) => new { p, s })
            .OrderBy(both => both.s.Name)
            .Take(MostPlaces)
            .Select(both => new Place(both.s.Id, both.s.Name, both.s.Slug, both.p.Id, both.p.GivenName + " " + both.p.FamilyName))
            .ToListAsync(cancel);
    }

    /// <summary>Everybody with an account, in the demo's made-up schools. The caller makes sure that this is the demo.</summary>
    public async Task<IReadOnlyList<DemoPerson>> DemoPeopleAsync(CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        var people = await db.People.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
            .Where(p => p.AccountId != null && p.Kind == PersonKind.Staff)
            .Join(db.Schools, p => p.SchoolId, s => s.Id, (p, s) => new { p, s.Name })
            .Take(200)
            .ToListAsync(cancel);
        var roles = await db.RolesHeld.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking().Take(1000).ToListAsync(cancel);
        var byPerson = roles.ToLookup(r => r.PersonId);
        return [.. people
            .OrderBy(row => row.Name).ThenBy(row => byPerson[row.p.Id].Select(r => (int)r.Role).DefaultIfEmpty(99).Min()).ThenBy(row => row.p.NameKey)
            .Select(row => new DemoPerson(
                row.p.SchoolId, row.Name, row.p.Id, row.p.AccountId!.Value, row.p.Name,
                string.Join(", ", byPerson[row.p.Id].Select(r => r.ClassName is null ? r.Role.InWords() : $"{r.Role.InWords()} of {r.ClassName}"))))];
    }

    private LocalDate Today() => clock.GetCurrentInstant().InZone(School.Zone).Date;

    private sealed record Found(Person Person, School School, IReadOnlyList<RoleFound> Roles);

    private sealed record RoleFound(StaffRole Role, string? ClassName);
}
