using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Actions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>Everybody who could sit at the table of a meeting about one pupil.</summary>
/// <param name="Carers">The restricted too, so that the rule can say why they cannot be asked.</param>
/// <param name="Owners">Staff, professionals and carers as owners of what is agreed.</param>
/// <param name="Close">Staff who work with the pupil: of the class, key adults, the SEND team.</param>
public sealed record MeetingGuests(string ChildName, IReadOnlyList<CarerGuest> Carers, IReadOnlyList<PossibleOwner> Owners, IReadOnlySet<Id<Person>> Close)
{
    private const int MostCarers = 20;
    private const int MostClose = 60;

    public Guest Child => Guest.TheChild(ChildName);

    public IEnumerable<PossibleOwner> StaffHere(LocalDate today) => Here(PersonKind.Staff, today);

    public IEnumerable<PossibleOwner> ProfessionalsHere(LocalDate today) => Here(PersonKind.Professional, today);

    /// <summary>By the word that a form sends: "child", or a person's id. Null for anybody else.</summary>
    public Guest? Find(string? key) => key is "child" ? Child
        : Carers.FirstOrDefault(c => c.Guest.PersonId.ToString() == key)?.Guest
            ?? (Owners.FirstOrDefault(o => o.Owner.Kind is not PersonKind.Carer && o.Owner.PersonId.ToString() == key) is { } owner ? Guest.Of(owner.Owner) : null);

    /// <summary>What has to be arranged for those carers who are asked: "Mrs Fatima Ali: Urdu, interpreter needed".</summary>
    public IReadOnlyList<string> NeedsOf(IReadOnlyCollection<Seat> seats) =>
        [.. Carers.Where(c => c.Needs is not null && seats.Any(s => s.Attendee.PersonId == c.Guest.PersonId)).Select(c => $"{c.Guest.Name}: {c.Needs}")];

    public Owner? Owner(Id<Person> id) => Owners.FirstOrDefault(o => o.Owner.PersonId == id)?.Owner;

    /// <summary>Null where the viewer may not see the pupil.</summary>
    public static async Task<MeetingGuests?> OfAsync(VisibleRecord record, Id<Pupil> id, CancellationToken cancel)
    {
        var pupil = await record.Pupils.AsNoTracking().Where(p => p.Id == id)
            .Select(p => new { Name = (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.ClassName })
            .FirstOrDefaultAsync(cancel);
        if (pupil is null)
        {
            return null;
        }

        var carers = await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == id)
            .Join(record.People, t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Person = p })
            .OrderBy(both => both.Tie.Priority).ThenBy(both => both.Person.NameKey)
            .Take(MostCarers)
            .ToListAsync(cancel);
        var close = await record.Roles.AsNoTracking()
            .Where(r => r.Role == StaffRole.Senco || r.Role == StaffRole.SendLead || (r.ClassName != null && r.ClassName == pupil.ClassName))
            .Select(r => r.PersonId)
            .Union(record.KeyAdults.Where(k => k.PupilId == id).Select(k => k.PersonId))
            .Take(MostClose)
            .ToListAsync(cancel);
        return new MeetingGuests(
            pupil.Name, [.. carers.Select(c => new CarerGuest(Guest.CarerOf(c.Person, c.Tie), c.Tie, c.Person))], await record.OwnersAsync(id, cancel), close.ToHashSet());
    }

    private IEnumerable<PossibleOwner> Here(PersonKind kind, LocalDate today) =>
        Owners.Where(o => o.Owner.Kind == kind && (o.Owner.LeftOn is null || o.Owner.LeftOn >= today));
}

/// <summary>A carer, with what the school has to see to for them to take part.</summary>
public sealed record CarerGuest(Guest Guest, Relationship Tie, Person Person)
{
    /// <summary>"Urdu, interpreter needed, large print"; null where nothing is special.</summary>
    public string? Needs => string.Join(", ", new[]
    {
        Tie.Language is "en" ? null : Languages.Of(Tie.Language).EnglishName,
        Tie.InterpreterNeeded ? "interpreter needed" : null,
        Tie.FormatInWords
    }.OfType<string>()) is { Length: > 0 } needs ? needs : null;
}
