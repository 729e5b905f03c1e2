using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Sharing;

/// <summary>
/// What stands in the way before something is shared with a family: it would tell one parent where the other lives, what the other wrote to the school
/// alone, or what was said with somebody whom a court order restricts. A person decides then, and says why.
/// </summary>
public static class SharingCheck
{
    /// <summary>The sentences, for staff. None: nothing stands in the way.</summary>
    /// <param name="words">What would be read.</param>
    /// <param name="spokeWith">With whom it was said, where that was a carer.</param>
    /// <param name="only">The one carer who would read it; null where it is all who may be told.</param>
    /// <param name="carers">All carers of the child.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<string> Findings(string words, Id<Person>? spokeWith, Id<Person>? only, IReadOnlyList<Concerned> carers, LocalDate today)
    {
        var readers = carers.Where(c => c.ReadsOn(today) && (only is null || c.Id == only)).ToList();
        foreach (var carer in carers)
        {
            var others = readers.Where(r => r.Id != carer.Id).ToList();
            if (others.Count == 0)
            {
                continue;
            }

            var whom = string.Join(" and ", others.Select(o => o.Name));
            if (carer.Places.FirstOrDefault(place => WordsInCommon.Names(words, place)) is { } place)
            {
                yield return $"“{place}” must not be known to the other carers of this child, and {whom} would read it. It was kept private for {carer.Name}";
            }

            if (WordsInCommon.First(words, carer.Own) is { } run)
            {
                yield return $"{carer.Name} wrote “{run}” to the school alone, and {whom} would read it";
            }

            if (carer.Id == spokeWith && carer.Tie.IsRestrictedOn(today))
            {
                yield return $"This was said with {carer.Name}, whom a court order restricts, and {whom} would read it";
            }
        }
    }

    /// <summary>The same before news, which every family reads. Nobody is named: who tells news need not know whose it is.</summary>
    /// <param name="words">What would be read.</param>
    /// <param name="places">Every place, number and address that the school keeps from somebody.</param>
    /// <param name="own">What families wrote to the school alone.</param>
    public static IEnumerable<string> FindingsInNews(string words, IEnumerable<string> places, IEnumerable<string> own)
    {
        if (places.FirstOrDefault(place => WordsInCommon.Names(words, place)) is { } place)
        {
            yield return $"“{place}” is kept private for a carer at this school, and every family would read it";
        }

        if (WordsInCommon.First(words, own) is { } run)
        {
            yield return $"A carer wrote “{run}” to the school alone, and every family would read it";
        }
    }
}
