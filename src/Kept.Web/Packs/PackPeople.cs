using Kept.Domain;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Packs;

/// <summary>Who has a part in a pupil’s record, as far as each audience may know.</summary>
internal static class PackPeople
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<PackCarer>> CarersAsync(VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel) =>
        await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == pupil)
            .OrderBy(t => t.Priority).ThenBy(t => t.Id)
            .Take(Most)
            .Join(record.People.AsNoTracking(), t => t.CarerId, p => p.Id, (t, p) => new PackCarer(p, t))
            .ToListAsync(cancel);

    public static async Task<IReadOnlyList<PackPerson>> OfAsync(
        VisibleRecord record, Pupil pupil, PackScope scope, PackWish wish, IReadOnlyList<PackCarer> carers, CancellationToken cancel)
    {
        var family = scope.Audience is PackAudience.Family ? carers.Where(c => c.Person.Id == wish.CarerId).Select(Known)
            : !scope.NamesTheFamily ? carers.Select(c => new PackPerson($"[{c.Tie.Kind}]", c.Tie.Kind, []))
            : scope.ListsCarers ? carers.Select(Known)
            : [];
        return [.. await StaffAsync(record, pupil, cancel), .. await ProfessionalsAsync(record, pupil.Id, cancel), .. family];
    }

    private static PackPerson Known(PackCarer carer) => new(carer.Person.Name, carer.Tie.Kind, [.. DetailsOf(carer)]);

    private static IEnumerable<string> DetailsOf(PackCarer carer)
    {
        var (person, tie) = (carer.Person, carer.Tie);
        string?[] details =
        [
            tie.ParentalResponsibility is KnownOrNot.Yes ? "Has parental responsibility" : null,
            person.Phone is null ? null : $"Telephone {person.Phone}",
            person.Email is null ? null : $"Email {person.Email}",
            tie.PreferredTimes is null ? null : $"Best {tie.PreferredTimes}",
            tie.Language is "en" ? null : $"Speaks {Languages.Of(tie.Language).EnglishName}",
            tie.InterpreterNeeded ? "Needs an interpreter" : null,
            tie.FormatInWords,
            tie.Restriction is ContactRestriction.None ? null
                : $"Restricted by a court order ({tie.CourtOrderReference}): {tie.RestrictionReason}{(tie.RestrictionFrom is { } from ? $", from {from.InWords()}" : "")}{(tie.RestrictionUntil is { } until ? $", until {until.InWords()}" : "")}"
        ];
        return details.OfType<string>();
    }

    /// <summary>Those who teach the child, the SENCO, and the key adults.</summary>
    private static async Task<IEnumerable<PackPerson>> StaffAsync(VisibleRecord record, Pupil pupil, CancellationToken cancel)
    {
        var roles = await record.Roles.AsNoTracking()
            .Where(r => r.Role == StaffRole.Senco || (r.ClassName != null && r.ClassName == pupil.ClassName))
            .Join(record.People.Where(p => p.LeftOn == null), r => r.PersonId, p => p.Id, (r, p) => new { r.Role, Person = p })
            .OrderBy(row => row.Person.NameKey)
            .Take(Most)
            .ToListAsync(cancel);
        var adults = await record.KeyAdults.AsNoTracking()
            .Where(k => k.PupilId == pupil.Id)
            .Join(record.People.Where(p => p.LeftOn == null), k => k.PersonId, p => p.Id, (k, p) => p)
            .OrderBy(p => p.NameKey)
            .Take(Most)
            .ToListAsync(cancel);
        return roles.GroupBy(r => r.Person.Id).Select(g => new PackPerson(g.First().Person.Name, string.Join(", ", g.Select(r => r.Role.InWords()).Distinct()), []))
            .Concat(adults.Where(a => roles.TrueForAll(r => r.Person.Id != a.Id)).Select(a => new PackPerson(a.Name, "key adult", [])));
    }

    /// <summary>Those who own an action or were spoken with, as far as that may be seen.</summary>
    private static async Task<IEnumerable<PackPerson>> ProfessionalsAsync(VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel)
    {
        var ids = record.Entries.Where(e => e.PupilId == pupil).Select(e => e.SpokeWithId)
            .Union(record.Actions.Where(a => a.PupilId == pupil).Select(a => (Id<Person>?)a.OwnerId));
        var people = await record.People.AsNoTracking()
            .Where(p => p.Kind == PersonKind.Professional && ids.Contains(p.Id))
            .OrderBy(p => p.NameKey)
            .Take(Most)
            .ToListAsync(cancel);
        return people.Select(p => new PackPerson(p.Name, p.Job ?? "professional", []));
    }
}
