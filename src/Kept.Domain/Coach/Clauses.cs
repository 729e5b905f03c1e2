using System.Buffers;
using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>
/// Finds who acts in a line. The owner is the subject of its first clause ("SENCO to ring mum" is the SENCO's);
/// or stands in brackets or after a dash; or is the agent of a passive ("to be shared by the SENCO").
/// </summary>
internal sealed partial class Clauses(string plain, DateReading dates, OwnerWords owners)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A line of more clauses is a narrative, and told so.</summary>
    private const int MostClauses = 60;

    private static readonly SearchValues<char> Nothing = SearchValues.Create(" .,;:-()" + LineText.Hidden);

    private readonly string undated = dates.Words.Aggregate(plain, LineText.Hide);

    /// <summary>Everybody who acts, in order; the first is whose line it is.</summary>
    public IReadOnlyList<Subject> Subjects { get; private set; } = [];

    /// <summary>Owners given outside a clause, and the words that gave them.</summary>
    public OwnerPhrase? Aside { get; private set; }

    /// <summary>Where the line itself begins, after "Agreed:" or "By Friday,".</summary>
    public int Start { get; private set; }

    public Clauses Read()
    {
        Start = AfterLeadIn(0);
        var first = Subject.At(plain, Start, owners, allowBare: true);
        var later = Later(first).ToList();
        Subjects = first is null ? later : [first, .. later];
        if (Subjects.Count == 0 || Subjects[0].IsActedOn)
        {
            Aside = Bracketed() ?? Agent() ?? Segment();
        }

        return this;
    }

    private int AfterLeadIn(int at)
    {
        for (var turn = 0; turn < 6; turn++)
        {
            var lead = LeadIn().Match(plain, at);
            var after = lead.Success ? lead.Index + lead.Length : at;
            var date = dates.Words.FirstOrDefault(w => w.Length > 0 && w.Start >= after && w.Start <= after + 1);
            if (date.Length > 0)
            {
                after = AfterDate().Match(plain, date.End) is { Success: true } gap ? gap.Index + gap.Length : date.End;
            }

            if (after == at)
            {
                break;
            }

            at = after;
        }

        return at;
    }

    private IEnumerable<Subject> Later(Subject? first)
    {
        var from = first?.ActStart ?? Start;
        var asked = first is not null ? from : -1;
        var turns = 0;
        for (var border = Border().Match(plain, from); border.Success && turns < MostClauses; border = border.NextMatch(), turns++)
        {
            var at = AfterLeadIn(border.Index + border.Length);
            if (Subject.At(plain, at, owners, allowBare: border.Groups["stop"].Success || border.Groups["while"].Success) is { } next && IsClauseOfItsOwn(border, next, asked, first))
            {
                yield return next;
            }
        }
    }

    private bool IsClauseOfItsOwn(Match border, Subject next, int asked, Subject? first)
    {
        if (next.IsActedOn || undated.AsSpan(next.ActStart).IndexOfAnyExcept(Nothing) < 0 || (first is not null && next.Who.HasGroup && next.IsInfinitive))
        {
            return false;
        }

        var joined = border.Groups["and"].Success ? MentionBefore(border.Index) : null;
        if (next.IsInfinitive && !border.Groups["stop"].Success)
        {
            // "AK to ask mum and Mr Ellis to sign", "ring mum and dad to arrange a visit": one act, two people it is done with.
            var since = plain[Math.Max(0, asked < 0 ? Start : asked)..border.Index];
            var together = joined is not null && (first is null || BothCarers(joined, next) || Purpose().IsMatch(plain, next.ActStart));
            return !together && !Asking().IsMatch(since);
        }

        // "a time that mum and dad will be free" is about them; they do not act.
        return joined is null || !Relative().IsMatch(plain[..joined.Span.Start]);
    }

    private static bool BothCarers(Mention one, Subject other) =>
        one.People.Any(p => p.Kind is OwnerKind.Carer) && other.Who.Mentions[0].People.Any(p => p.Kind is OwnerKind.Carer);

    private Mention? MentionBefore(int end)
    {
        var start = Math.Max(0, end - 40);
        for (var at = start; at < end; at++)
        {
            if ((at == 0 || !char.IsLetterOrDigit(plain[at - 1])) && owners.At(plain, at) is { } found && found.Span.End == end)
            {
                return found;
            }
        }

        return null;
    }

    private OwnerPhrase? Bracketed()
    {
        foreach (Match bracket in Brackets().Matches(undated))
        {
            if (Whole(bracket.Groups["in"].Index, bracket.Groups["in"].Length) is { } who)
            {
                return who with { Span = new TextSpan(bracket.Index, bracket.Length) };
            }
        }

        return null;
    }

    /// <summary>"… by the SENCO", where dates have already been set aside.</summary>
    private OwnerPhrase? Agent()
    {
        foreach (Match by in By().Matches(undated))
        {
            if (OwnerPhrase.At(undated, by.Index + by.Length, owners) is { } who && AfterAgent().IsMatch(undated, who.Span.End))
            {
                return who with { Span = new TextSpan(by.Index, who.Span.End - by.Index) };
            }
        }

        return null;
    }

    /// <summary>"Ring mum - AK - Friday", "Ring mum by Friday. Owner: AK".</summary>
    private OwnerPhrase? Segment()
    {
        foreach (Match part in Segments().Matches(undated))
        {
            var text = part.Groups["in"];
            if (Whole(text.Index, text.Length) is { } who && (part.Groups["firm"].Success || !who.Mentions.Any(m => m.People.Any(p => p.Kind is OwnerKind.Carer))))
            {
                return who with { Span = new TextSpan(part.Index, part.Length) };
            }
        }

        return null;
    }

    /// <summary>A stretch that says nothing but who.</summary>
    private OwnerPhrase? Whole(int start, int length)
    {
        var text = undated[start..(start + length)];
        var skip = OwnerLabel().Match(text) is { Success: true } label ? label.Length : 0;
        var who = OwnerPhrase.At(undated, start + skip, owners);
        return who is not null && who.Span.End <= start + length && Rest().IsMatch(undated[who.Span.End..(start + length)]) ? who : null;
    }

    [GeneratedRegex(
        @"\G(?:[\s\-*#>.,;:""\u2022\u25CF\u25E6\u00B7(]+|\d{1,2}[.)]\s|(?:agreed\s+)?(?:action|next\s+step|outcome|to-?do|plan|decision|idea|agreed|follow[-\s]?up|task|note)(?:s|\s+point|\s+points)?(?:\s+\d{1,2})?\s*(?::|\s-)\s*|action\s+for\s+"
        + @"|(?:it\s+(?:was|has\s+been)\s+|(?:we|they|all|everyone|both)(?:'ve|\s+have|\s+all)?\s+)?(?:agreed|decided|confirmed)(?:\s+today)?(?:\s+with\s+(?!that)[\p{L}]+)?\s+that\s+"
        + @"|agreed\s+(?:today\s+)?(?:for\s+)?(?!to\b|that\b|with\b)|(?:maybe|perhaps|possibly|potentially|ok|okay|so|then|also|and|but|please|for|that|yes|could|can|might|thinking\s+that|(?:i\s+|we\s+)?wonder(?:ed|ing|s)?\s+(?:if|whether)|i\s+think|we\s+think)\b[,\s]+)",
        Options, 5000)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"\G(?:'s\s+[\p{L}]+)?(?:\s+(?:morning|afternoon|lunchtime|at\s+the\s+latest|at\s+[\d.:]+\s*(?:am|pm)?))?[\s,:-]*", Options, 5000)]
    private static partial Regex AfterDate();

    [GeneratedRegex(@"(?<stop>[;.!?:]\s+|\s+-+\s+)|(?<comma>,\s+(?:and\s+|then\s+|while\s+|but\s+)?(?:then\s+)?)|(?<and>\s+(?:and|&|(?<while>then|while|whilst)|but|plus)\s+(?:then\s+|also\s+|for\s+|that\s+)?)", Options, 5000)]
    private static partial Regex Border();

    [GeneratedRegex(@"\b(?:ask|asks|remind|reminds|invite|encourage|help|allow|tell|get|want|expect|prompt|teach|train|request|arrange|for|enable|support|need)\b", Options, 5000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\G(?:arrange|agree|discuss|explain|ask|find\s+out|see|talk|confirm\s+(?:a|the)|set\s+up|book|plan|go\s+through|let)\b", Options, 5000)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\b(?:that|when|if|which|where|what|how|whether|because|once|so|until|before|after|who|why|unless|as)\s*$", Options, 5000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\((?<in>[^()]{1,60})\)|\[(?<in>[^\[\]]{1,60})\]", Options, 5000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\bby\s+(?=\S)", Options, 5000)]
    private static partial Regex By();

    [GeneratedRegex(@"\G(?:\s*$|\s*[.,;()\u0001]|\s+(?:\u0001|and|so|at|before|after|using|if|when|in|on|to)|\s+-)", Options, 5000)]
    private static partial Regex AfterAgent();

    [GeneratedRegex(@"(?:(?<firm>\s-+\s*|[;|/]\s*|\.\s+|\bowner\s*[:=-]?\s*|\bwho\s*[:=]\s*|\blead\s*[:=]\s*|\baction(?:ed)?\s+by\s*[:=]?\s*|->\s*|@\s*)|,\s*)(?<in>[^-;|.,()]{1,60})(?=$|[-;|.,()])", Options, 5000)]
    private static partial Regex Segments();

    [GeneratedRegex(@"^\s*(?:owner|action|lead|who|responsible|person|by|actioned\s+by|for)\s*[:=-]?\s*", Options, 5000)]
    private static partial Regex OwnerLabel();

    [GeneratedRegex(@"^[\s\u0001.,?!-]*(?:to\s+(?:action|do|lead|arrange|send))?[\s\u0001.,?!-]*$", Options, 5000)]
    private static partial Regex Rest();
}
