using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Dates that give the day: "2 May", "02/05/2026", "May 2nd", "the 12th", "Friday the 24th".</summary>
internal static partial class CalendarDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Weekday = @"(?:\b" + DateWords.Day + @",?\s+)?";

    public static void Find(DateScan scan)
    {
        scan.Each(Iso(), m => Exact(m, scan.On));
        scan.Each(Numeric(), m => Exact(m, scan.On));
        scan.Each(DayMonth(), m => Exact(m, scan.On));
        scan.Each(MonthDay(), m => Exact(m, scan.On));
        scan.Each(Short(), m => IsValid(m) || m.Groups["due"].Success ? Exact(m, scan.On) : null);
        scan.Each(Ordinal(), m => Found(m, OfMonth(m, scan.On)));
    }

    private static FoundDate Found(Match m, LocalDate? on) =>
        new(new TextSpan(m.Index, m.Length), on, DatePart.Mention, Exact: true);

    private static bool IsValid(Match m) => DateWords.Make(2024, Month(m), int.Parse(m.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)) is not null;

    private static int Month(Match m) =>
        int.TryParse(m.Groups["m"].ValueSpan, CultureInfo.InvariantCulture, out var month) ? month : DateWords.MonthOf(m.Groups["m"].Value);

    private static FoundDate Exact(Match m, LocalDate said)
    {
        var day = int.Parse(m.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        if (m.Groups["y"].Success)
        {
            var year = int.Parse(m.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
            return Found(m, DateWords.Make(year < 100 ? 2000 + year : year, Month(m), day));
        }

        return Found(m, NextToCome(said, Month(m), day));
    }

    /// <summary>A date without a year is the next one to come; said on the day itself, it is that day. 29 February may be years off.</summary>
    private static LocalDate? NextToCome(LocalDate said, int month, int day)
    {
        for (var year = said.Year; year <= said.Year + 8; year++)
        {
            if (DateWords.Make(year, month, day) is { } date && date >= said)
            {
                return date;
            }
        }

        return null;
    }

    private static LocalDate? OfMonth(Match m, LocalDate said)
    {
        var day = int.Parse(m.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        var month = said.With(DateAdjusters.StartOfMonth).PlusMonths(m.Groups["next"].Success ? 1 : 0);
        for (var i = 0; i < 12; i++, month = month.PlusMonths(1))
        {
            if (DateWords.Make(month.Year, month.Month, day) is { } date && date >= said)
            {
                return date;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b", Options, 5000)]
    private static partial Regex Iso();

    [GeneratedRegex(Weekday + @"\b(?<d>\d{1,2})(?<s>[/.-])(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d{2})\b", Options, 5000)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        Weekday + @"(?:\bthe\s+)?\b(?<d>\d{1,2})\s?(?:st|nd|rd|th)?\s*(?:of\s+)?(?<m>" + DateWords.Month + @")"
        + @"(?:,?\s+(?<y>(?:19|2\d)\d{2})\b|\s+'?(?<y>2\d)\b(?![.:]\d|\s*[ap]m))?",
        Options, 5000)]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        Weekday + @"\b(?<m>" + DateWords.Month + @")\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?\b(?![.:]\d|\s*[ap]m|\s+(?:times|minutes|pages|words))(?:,?\s+(?<y>(?:19|2\d)\d{2})\b)?",
        Options, 5000)]
    private static partial Regex MonthDay();

    // "8/10 in spellings" and "1/2 hour" are not dates: one must follow a word that dates follow, or end its clause.
    [GeneratedRegex(
        @"(?:(?<due>(?<=\b(?:by|before|until|till)\s+))|(?<=\b(?:on|from|after|due|for|is|starting|beginning|commencing|ending|w/c|w/b|wc|wb|of|to|and|-)\s+)|" + DateWords.Day + @",?\s+|(?<=^|[(,;:-]\s*)|(?=[\d/]+\s*(?:$|[).;,])))"
        + @"(?<![\d/]|scored?\s+|got\s+|score\s+of\s+)(?<d>\d{1,2})/(?<m>\d{1,2})(?![\d/])(?!\s*(?:of|an?|hour|hr|day|term|mark|page|in|on|for)\b)",
        Options, 5000)]
    private static partial Regex Short();

    [GeneratedRegex(
        @"(?:" + DateWords.Day + @",?\s+(?:the\s+)?|\bthe\s+|(?<=\b(?:by|on|before|until|till|from)\s+))(?<d>\d{1,2})(?:st|nd|rd|th)\b"
        + @"(?:\s+of\s+(?:the|this|(?<next>next))\s+month)?"
        + @"(?=\s*$|\s*[,.;:)!?\u0001-]|\s+(?:at|and|if|so|with|to|for|in|after|before|or|from|when|latest|please|senco|[A-Z]{2}|m(?:r|rs|s|iss|um)|dad|he|she|we|i)\b)",
        Options, 5000)]
    private static partial Regex Ordinal();
}
