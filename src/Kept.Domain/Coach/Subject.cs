using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>Who a clause says will act, and where the act begins.</summary>
/// <param name="IsActedOn">A passive: "Dad to be sent the form" is something done to dad, not by him.</param>
/// <param name="IsTentative">"could", "might": a thought rather than an agreement.</param>
/// <param name="IsInfinitive">"to ring" rather than "will ring".</param>
internal sealed partial record Subject(OwnerPhrase Who, int ActStart, bool IsActedOn, bool IsTentative, bool IsInfinitive)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Adverb = @"(?:(?:also|then|kindly|now|both|each|all|please|pls|plz|just|still|always|definitely|perhaps|maybe|possibly|jointly|together|therefore|too)\s+)*";

    private const string Modal =
        @"(?<will>'ll\b|'s\s+(?:going\s+to|agreed\s+to|happy\s+to|offered\s+to)|will\b|(?:is|are|am|'m|'re)\s+going\s+to\b|going\s+to\b"
        + @"|(?:(?:has|have|had|'ve|'s)\s+)?(?:kindly\s+)?(?:agreed|decided|offered|promised|volunteered|undertaken|undertook|arranged|committed|agrees|offers|promises)\s+(?:to|that\s+(?:he|she|they|i|we)\s+(?:will|would))\b"
        + @"|(?:is|are|am|was|were|'m)\s+(?:happy|willing|due|hoping|planning|keen|able|asked|down|happy\s+and\s+willing)\s+to\b|would\s+like\s+to\b|(?:needs?|has|have|plans?|intends?|hopes?|wants?)\s+to\b|must\b|should\b|shall\b|can\b"
        + @"|(?:said|says|confirmed|told\s+us)\s+(?:that\s+)?(?:he|she|they|i)(?:'ll|'d|\s+will|\s+would|\s+can)\b)"
        + @"|(?<maybe>could\b|might\b|may\b|would\b)|(?<to>(?:is\s+|are\s+|'s\s+)?to\b(?!\s+(?:the|a|an|his|her|their|my|our|school|home|office)\b))";

    public static Subject? At(string plain, int at, OwnerWords owners, bool allowBare)
    {
        if (OwnerPhrase.At(plain, at, owners) is not { } who)
        {
            return null;
        }

        var modal = Strong().Match(plain, who.Span.End);
        if (modal.Success)
        {
            var act = modal.Index + modal.Length;
            return new Subject(who, act, ActedOn().IsMatch(plain, act), modal.Groups["maybe"].Success, modal.Groups["to"].Success);
        }

        var bare = allowBare ? Bare().Match(plain, who.Span.End) : Match.Empty;
        return bare.Success
            ? new Subject(who, bare.Index + bare.Length, ActedOn().IsMatch(plain, bare.Index + bare.Length), IsTentative: false, IsInfinitive: false)
            : null;
    }

    // Between the name and the verb may stand "from 5E" or "in the office", and an adverb or two.
    [GeneratedRegex(
        @"\G\.?(?:\s*,[^,;.]{1,60},(?=\s))?(?:\s+(?:from|in|at|of|with|alongside)\s+(?:[\p{L}\d'.-]+\s+){0,3}?[\p{L}\d'.-]+)?\s*[,:-]?\s*" + Adverb + @"(?:" + Modal + @")(?:\s+" + Adverb + @"(?:not\s+)?|\s*$)",
        Options, 5000)]
    private static partial Regex Strong();

    [GeneratedRegex(
        @"\G(?:\.?\s*(?:[:;]|->|=>|=|>)\s*(?:to\s+|will\s+)?|\s+-+\s+(?:to\s+|will\s+)?|-\s+|\s*,?\s+(?:(?:please|pls|plz)\s+)?(?=(?:" + Verbs.AnyForm + @"|\d+)\b))",
        Options, 5000)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"\G(?:be\s+(?:\w+ly\s+)?(?:\w+ed|sent|given|told|shown|met|taken|made|kept|put|brought|rung|written|seen|taught|paid|let|left|lent|spoken\s+to)\b|get\s+(?:told|sent|given)\b|receive\b|have\s+(?:it|this|the\s+\w+)\s+(?:explained|sent)\b)",
        Options, 5000)]
    private static partial Regex ActedOn();
}
