using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>Finds the one person whom an owner's cell means, as the coach does; a team, two people and "TBC" are refused in its words.</summary>
internal sealed class LogOwners
{
    private const int MostCarers = 20_000;

    private readonly IReadOnlyList<PossibleOwner> staff;
    private readonly Dictionary<string, PossibleOwner> byEmail;
    private readonly ILookup<Id<Pupil>, PossibleOwner> carers;
    private readonly SchoolCalendar calendar;
    private readonly LocalDate today;

    private LogOwners(
        IReadOnlyList<PossibleOwner> staff, Dictionary<string, PossibleOwner> byEmail, ILookup<Id<Pupil>, PossibleOwner> carers, SchoolCalendar calendar, LocalDate today)
    {
        (this.staff, this.byEmail, this.carers, this.calendar, this.today) = (staff, byEmail, carers, calendar, today);
    }

    public static async Task<LogOwners> OfAsync(
        VisibleRecord record, IReadOnlyCollection<Id<Pupil>> pupils, SchoolCalendar calendar, LocalDate today, CancellationToken cancel)
    {
        var adults = await record.OwnersAsync(pupil: null, cancel);
        var ids = adults.Select(owner => owner.Owner.PersonId).ToHashSet();
        var emails = (await record.People.AsNoTracking().Where(p => p.Kind != PersonKind.Carer && p.Email != null)
            .OrderBy(p => p.Id).Take(1000).Select(p => new { p.Id, Email = p.Email! }).ToListAsync(cancel))
            .Where(p => ids.Contains(p.Id))
            .DistinctBy(p => p.Email.ToLowerInvariant())
            .ToDictionary(p => p.Email, p => adults.First(owner => owner.Owner.PersonId == p.Id), StringComparer.OrdinalIgnoreCase);

        var wanted = pupils.ToArray();
        var ties = await record.Relationships.AsNoTracking().Where(t => wanted.Contains(t.PupilId))
            .Join(record.People, t => t.CarerId, p => p.Id, (t, p) => new { t.PupilId, t.Kind, Person = p })
            .OrderBy(t => t.Person.Id).Take(MostCarers).ToListAsync(cancel);
        var families = ties.ToLookup(
            t => t.PupilId,
            t => new PossibleOwner(new Owner(t.Person.Id, t.Person.Kind, t.Person.Name, t.Person.LeftOn, []), t.Person.Initials, [t.Kind], []));
        return new LogOwners(adults, emails, families, calendar, today);
    }

    public Result<Owner> Find(string? cell, LogPupil pupil)
    {
        var text = Text.Tidy(cell) ?? "";
        if (byEmail.TryGetValue(text, out var addressed))
        {
            return addressed.Owner;
        }

        // Whoever is here comes first; what is done may have been done by somebody who has left.
        var all = staff.Concat(carers[pupil.Id]).ToList();
        var reading = Resolve(text, [.. all.Where(owner => owner.Owner.LeftOn is null || owner.Owner.LeftOn >= today)], pupil);
        if (reading is { Owner: null, Advice.Code: AdviceCode.NoOwner } && text.Length > 0)
        {
            reading = Resolve(text, all, pupil) is { Owner: not null } former ? former : reading;
        }

        return reading.Owner is { } found
            ? all.First(owner => owner.Owner.PersonId.ToString() == found.Reference).Owner
            : new Refusal(reading.Advice?.Message ?? $"“{text}” names no one person");
    }

    /// <summary>What is wrong with an owner whoever the pupil is: a team, two people.</summary>
    public Refusal? NeverOne(string? cell) =>
        Resolve(Text.Tidy(cell) ?? "", staff, pupil: null).Advice is { Code: AdviceCode.GroupOwner or AdviceCode.TwoOwners } advice ? new Refusal(advice.Message) : null;

    private OwnerReading Resolve(string text, IReadOnlyList<PossibleOwner> people, LogPupil? pupil) =>
        Domain.Coach.Owners.Resolve(text, new CoachContext(today, calendar, [.. people.Select(owner => owner.ForTheCoach)], pupil?.ClassName));
}
