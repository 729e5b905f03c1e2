using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A carer of one pupil, with all that ties them. Never shown on another carer's side.</summary>
public sealed record CarerView(Person Carer, Relationship Tie)
{
    public Language Language => Languages.Of(Tie.Language);

    public bool IsRestrictedOn(LocalDate day) => Tie.IsRestrictedOn(day);
}

/// <summary>A pupil and the people around them, as the viewer may see them.</summary>
public static class TiesOf
{
    public const int MostCarers = 40;
    private const int MostAdults = 60;

    public static async Task<IReadOnlyList<CarerView>> CarersAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel) =>
        await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == pupil)
            .Join(record.People, t => t.CarerId, p => p.Id, (t, p) => new { t, p })
            .OrderBy(both => both.t.Priority).ThenBy(both => both.p.NameKey)
            .Take(MostCarers)
            .Select(both => new CarerView(both.p, both.t))
            .ToListAsync(cancel);

    public static async Task<IReadOnlyList<KeyAdultView>> KeyAdultsAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel) =>
        await record.KeyAdults.AsNoTracking()
            .Where(a => a.PupilId == pupil)
            .Join(record.People, a => a.PersonId, p => p.Id, (a, p) => new { a, p })
            .OrderBy(both => both.p.NameKey)
            .Take(MostAdults)
            .Select(both => new KeyAdultView(both.a.Id, both.p.Id, both.p.Name, both.a.Since, both.p.LeftOn))
            .ToListAsync(cancel);

    /// <summary>The tie and the carer, to be changed. Null where the viewer may not see them or they are not there.</summary>
    public static async Task<(Person Carer, Relationship Tie)?> TieAsync(
        this VisibleRecord record, Id<Pupil> pupil, Id<Person> carer, CancellationToken cancel)
    {
        var tie = await record.Relationships.SingleOrDefaultAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel);
        return tie is null ? null : (await record.People.SingleAsync(p => p.Id == carer, cancel), tie);
    }

    public static Task<string?> NameAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel) =>
        record.Pupils.AsNoTracking().Where(p => p.Id == pupil).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).SingleOrDefaultAsync(cancel);
}

public sealed record KeyAdultView(Id<KeyAdult> Id, Id<Person> PersonId, string Name, LocalDate Since, LocalDate? LeftOn);
