using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>Mentions that stand together as one subject: "Mrs Khan (SENCO)", "AK, TE and PW", "mum and dad".</summary>
internal sealed partial record OwnerPhrase(TextSpan Span, IReadOnlyList<Mention> Mentions)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Nobody shares an act between more people than this; it keeps a very long list quick.</summary>
    private const int MostPeople = 8;

    public bool HasGroup => Mentions.Any(m => m.Kind is MentionKind.Group);

    public bool IsOne => Mentions is [{ IsOne: true }];

    public static OwnerPhrase? At(string plain, int at, OwnerWords owners)
    {
        var mentions = new List<Mention>();
        var couple = Couple().Match(plain, at);
        if (couple.Success)
        {
            AddCouple(plain, couple, owners, mentions);
        }
        else if (owners.At(plain, at) is { } first)
        {
            mentions.Add(first);
        }

        if (mentions.Count == 0)
        {
            return null;
        }

        var end = mentions[^1].Span.End;
        while (mentions.Count < MostPeople && Next(plain, end, owners, mentions) is { } further)
        {
            end = further;
        }

        return new OwnerPhrase(new TextSpan(at, end - at), mentions);
    }

    private static void AddCouple(string plain, Match couple, OwnerWords owners, List<Mention> mentions)
    {
        var span = new TextSpan(couple.Index, couple.Length);
        foreach (var title in new[] { couple.Groups["a"].Value, couple.Groups["b"].Value })
        {
            var name = $"{title} {couple.Groups["name"].Value}";
            var found = owners.At(name, 0);
            mentions.Add(found is null
                ? new Mention(span, MentionKind.Unknown, [], name)
                : found with { Span = span });
        }
    }

    /// <summary>Takes one more mention, if one is joined on here, and says where it ends.</summary>
    private static int? Next(string plain, int end, OwnerWords owners, List<Mention> mentions)
    {
        var aside = Aside().Match(plain, end);
        if (aside.Success)
        {
            if (owners.At(plain, aside.Groups["in"].Index) is { IsOne: true } same && !Merge(mentions, same) && mentions[^1].Kind is MentionKind.Group && same.Kind is MentionKind.Person)
            {
                // "School (AK)" has said who after all.
                mentions[^1] = same with { Span = mentions[^1].Span };
            }

            return aside.Index + aside.Length;
        }

        var join = Join().Match(plain, end);
        if (!join.Success || owners.At(plain, join.Index + join.Length) is not { } next)
        {
            return null;
        }

        if (Merge(mentions, next))
        {
            return next.Span.End;
        }

        // Side by side without a join, two people are not one subject: "Mrs Khan mum".
        if (!join.Groups["and"].Success)
        {
            return null;
        }

        mentions.Add(next);
        return next.Span.End;
    }

    /// <summary>"class teacher Mr Ellis" is one person said twice; "Bennett (mum)" says which Bennett.</summary>
    private static bool Merge(List<Mention> mentions, Mention next)
    {
        var last = mentions[^1];
        if (!last.CouldBeSame(next))
        {
            return false;
        }

        mentions[^1] = next.People.Count <= last.People.Count ? next with { Span = last.Span } : last;
        return true;
    }

    [GeneratedRegex(@"\G\s*(?<a>mr|mrs|ms|miss|dr)\.?\s+(?:and|&)\s+(?<b>mr|mrs|ms|miss|dr)\.?\s+(?<name>[\p{L}'-]+)", Options, 5000)]
    private static partial Regex Couple();

    [GeneratedRegex(@"\G\s*\((?<in>[^()]{1,40})\)", Options, 5000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\G(?:(?<and>\s*,?\s+(?:and|or|plus|together\s+with|along\s+with|as\s+well\s+as)\s+(?:also\s+)?|\s*[&/+]\s*|\s*,\s*)|\s+-\s+|\s+)", Options, 5000)]
    private static partial Regex Join();
}
