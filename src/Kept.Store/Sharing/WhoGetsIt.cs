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
        // Kept’s own words are in the carer’s language at once. Those of the school are not until an engine or a person has translated them.
        var language = tie.Language is "en" ? null : Languages.Of(tie.Language).EnglishName;
        var page = language is null ? "" : $"; the page is in {language}, your words stay English until they are translated";
        return !tie.ReceivesCopies ? $"may read it, and is not told of it{page}"
            : person.AccountId is null ? $"has not signed in to Kept yet: told {(language is null ? "" : $"in {language} ")}by hand"
            : $"told of it, reads it{page}";
    }
}
