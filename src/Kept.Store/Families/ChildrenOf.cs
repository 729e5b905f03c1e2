using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>A child of whom a carer may be told.</summary>
/// <param name="Name">As the child is called.</param>
/// <param name="Language">BCP 47 tag of what this carer reads.</param>
/// <param name="Formats">In which form.</param>
public sealed record ChildOf(Id<Pupil> Id, string Name, LocalDate? DateOfBirth, string Language, FormatWishes Formats);

/// <summary>Whose record a carer may read: where no court order stands against it (rule 10), while the child is on roll.</summary>
internal static class ChildrenOfCarers
{
    private const int MostChildren = 40;

    public static async Task<IReadOnlyList<ChildOf>> ChildrenOfAsync(
        this IQueryable<Relationship> ties, IQueryable<Pupil> pupils, Id<Person> carer, LocalDate today, CancellationToken cancel)
    {
        var found = await ties.AsNoTracking()
            .Where(t => t.CarerId == carer)
            .Join(pupils, t => t.PupilId, p => p.Id, (t, p) => new { Tie = t, Pupil = p })
            .OrderBy(both => both.Pupil.NameKey).ThenBy(both => both.Pupil.Id)
            .Take(MostChildren)
            .ToListAsync(cancel);
        return [.. found
            .Where(both => both.Tie.MayBeToldOn(today) && both.Pupil.IsOnRollOn(today))
            .Select(both => new ChildOf(both.Pupil.Id, both.Pupil.PreferredName ?? both.Pupil.GivenName, both.Pupil.DateOfBirth, both.Tie.Language, both.Tie.Formats))];
    }
}
