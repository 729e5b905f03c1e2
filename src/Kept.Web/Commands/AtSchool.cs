using System.CommandLine;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Schools;
using Kept.Store.Transfers;
using Kept.Web.Documents;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Commands;

/// <summary>One school's record, opened for a command by whoever runs the machine.</summary>
internal sealed class AtSchool(KeptDb db, School school, Place place) : IAsyncDisposable
{
    private const int MostStaff = 1000;

    private static readonly MillisecondClock Clock = MillisecondClock.System;

    public static Option<string> Option() => new("--school") { Description = "The school’s short name", HelpName = "SLUG", Required = true };

    public School School => school;

    public LocalDate Today { get; } = Clock.GetCurrentInstant().InZone(School.Zone).Date;

    public Instant Now { get; } = Clock.GetCurrentInstant();

    public SchoolRegister Register { get; } = new(db, new OperatorViewer(school.Id), Clock);

    public VisibleRecord Record { get; } = new(db, new OperatorViewer(school.Id), Clock);

    private BlobStore Blobs { get; } = DocumentServices.BlobsOf(place.Directory);

    public PackageWriter Packing(Viewer by) => new(db, by, Clock, Blobs);

    /// <summary>Files that come in by a command are looked at as those that come by a page.</summary>
    public Receiving Receiving() => new(Blobs, DocumentSettings.OfTheMachine());

    public TakingIn Taking(Viewer by) => new(db, by, Clock);

    /// <summary>A member of staff by their email, as they are here today; without an email whoever runs the machine.</summary>
    public async Task<Result<Viewer>> ByAsync(string? email, CancellationToken cancel)
    {
        if (email is null)
        {
            return new OperatorViewer(School.Id);
        }

        var staff = await db.People.AsNoTracking()
            .Where(p => p.Kind == PersonKind.Staff && p.Email != null && (p.LeftOn == null || p.LeftOn >= Today))
            .Select(p => new { p.Id, p.Name, p.Email, Roles = db.RolesHeld.Where(r => r.PersonId == p.Id).Select(r => r.Role).ToList() })
            .Take(MostStaff)
            .ToListAsync(cancel);
        var found = staff.Find(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase));
        return found is null
            ? new Refusal($"Nobody who works at {School.Name} has the email {email}")
            : new StaffViewer(School.Id, found.Id, found.Name, [.. found.Roles.Distinct()], []);
    }

    public Task<SchoolCalendar> CalendarAsync(CancellationToken cancel) => new SchoolCalendars().OfAsync(db, school, cancel);

    /// <summary>Opens the school; where there is none of that name, says so with the names there are and gives null.</summary>
    public static async Task<AtSchool?> OpenAsync(Place place, string slug, CancellationToken cancel)
    {
        await Migrations.BringUpToDateAsync(place, cancel);
        var (school, slugs) = await FindAsync(place, slug, cancel);
        if (school is null)
        {
            await Console.Error.WriteLineAsync(slugs.Count == 0
                ? $"There is no school in {place.Directory} yet. Run ./kept serve to set one up, or name another folder with --data."
                : $"There is no school “{slug}”. The schools here are: {string.Join(", ", slugs)}.");
            return null;
        }

        return new AtSchool(place.Database.Open(Tenancy.Of(school.Id)), school, place);
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private static async Task<(School? School, List<string> Slugs)> FindAsync(Place place, string slug, CancellationToken cancel)
    {
        await using var any = place.Database.Open(new Tenancy());
        var school = await any.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, cancel);
        return (school, school is not null ? [] : await any.Schools.OrderBy(s => s.Slug).Take(100).Select(s => s.Slug).ToListAsync(cancel));
    }
}
