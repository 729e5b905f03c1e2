namespace Kept.Domain.Coach;

/// <summary>Who an owner's name or role stands for, or why nobody: one of the two is null.</summary>
public sealed record OwnerReading(RosterPerson? Owner, Advice? Advice);

/// <summary>Finds the one person whom words for an owner mean. A group, two people and "TBC" are never an owner.</summary>
public static class Owners
{
    /// <summary>Reads the owner cell of a spreadsheet: "SENCO", "Mrs Khan", "AK", "mum".</summary>
    public static OwnerReading Resolve(string text, CoachContext context)
    {
        var plain = LineText.Plain(text).Trim(' ', '.', ',', ':', ';', '-');
        var who = OwnerPhrase.At(plain, 0, new OwnerWords(context));
        if (who is null)
        {
            return new OwnerReading(null, plain.Length == 0 ? AdviceWords.NoOwner : AdviceWords.NotKnown(plain));
        }

        // "SENCO team" and "Mrs Khan's TA" begin like somebody and are not.
        if (!string.IsNullOrWhiteSpace(plain[who.Span.End..]))
        {
            return new OwnerReading(null, AdviceWords.NotKnown(plain));
        }

        var (owner, advice) = Judge([who]);
        return new OwnerReading(owner, advice);
    }

    internal static (RosterPerson? Owner, Advice? Advice) Judge(IReadOnlyList<OwnerPhrase> who)
    {
        var mentions = who.SelectMany(w => w.Mentions).ToList();
        if (mentions.Find(m => m.Kind is MentionKind.Group) is { } group && (mentions[0] == group || who[0].HasGroup || mentions.Count == 1))
        {
            return (null, AdviceWords.GroupOwner(group.Words));
        }

        var different = mentions.Where(m => m.Kind is not MentionKind.Nobody)
            .DistinctBy(m => m.Kind is MentionKind.Person ? m.People[0].Name + "\n" + m.People[0].Reference : m.Words).ToList();
        return different switch
        {
            [] => (null, AdviceWords.NobodyYet),
            [{ Kind: MentionKind.Person } one] => (one.People[0], null),
            [{ Kind: MentionKind.Ambiguous } one] => (null, AdviceWords.WhichOne(one.Words, one.People)),
            [var one] => (null, AdviceWords.NotKnown(one.Words)),
            _ => (null, AdviceWords.TwoOwners(string.Join(" and ", different.Select(m => m.Kind is MentionKind.Person ? m.People[0].Name : m.Words))))
        };
    }
}
