using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Sharing;

/// <summary>A carer of a child, and whether what is shared with the family reaches them.</summary>
/// <param name="Reads">May read it.</param>
/// <param name="How">In which language and how they hear of it; where they do not read it, why.</param>
public sealed record CarerReached(string Name, string Kind, bool Reads, string How);

/// <summary>Who will get what is shared with a family, and who will not and why: said before it is shared.</summary>
public static class WhoGetsIt
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<CarerReached>> WhoGetsItAsync(this VisibleRecord record, Id<Pupil> child, CancellationToken cancel)
    {
        var rows = await record.Relationships.AsNoTracking().Where(t => t.PupilId == child)
            .Join(record.People.AsNoTracking(), t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Person = p })
            .OrderBy(row => row.Tie.Priority).ThenBy(row => row.Tie.Id).Take(Most).ToListAsync(cancel);
        var today = record.Today;
        return
        [
            .. rows.Where(row => row.Person.IsActiveOn(today)).Select(row => row.Tie.MayBeToldOn(today)
                ? new CarerReached(row.Person.Name, row.Tie.Kind, true, How(row.Person, row.Tie))
                : new CarerReached(row.Person.Name, row.Tie.Kind, false, row.Tie.WhyNotTold(today)))
        ];
    }

    private static string How(Person person, Relationship tie)
    {
        var language = tie.Language is "en" ? "" : $" in {Languages.Of(tie.Language).EnglishName}";
        return !tie.ReceivesCopies ? $"may read it{language}, and is not told of it"
            : person.AccountId is null ? $"has not signed in to Kept yet: told{language} by hand"
            : $"told of it, reads it{language}";
    }
}
