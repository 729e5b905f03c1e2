using System.Text.RegularExpressions;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Lengths of time: "for two weeks", "within 10 days", "over the next three weeks", "in a fortnight".</summary>
internal static partial class Lengths
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Qualifier =
        @"(?:(?:the|next|coming|following|first|about|around|roughly|another|further|a\s+further|a\s+full|full|up\s+to|at\s+least|a\s+period\s+of|a\s+trial\s+of|initial|an\s+initial|only)\s+)*";

    public static void Find(DateScan scan)
    {
        scan.Each(Phrase(), m => Read(m, scan));
        scan.Each(Adjective(), m => Read(m, scan) with { Weak = true });
    }

    /// <summary>"For N weeks" ends N times seven days after its start; school and working days are counted one by one.</summary>
    public static Func<LocalDate, LocalDate?> Count(Match m, SchoolCalendar calendar)
    {
        var n = m.Groups["n"].Success ? DateWords.NumberOf(m.Groups["n"].Value) : 1;
        var kind = m.Groups["kind"].Value.ToLowerInvariant();
        return m.Groups["unit"].Value.ToLowerInvariant()[0] switch
        {
            'w' => from => from.PlusDays(7 * n),
            'f' => from => from.PlusDays(14 * n),
            'm' => from => from.PlusMonths(n),
            'h' => from => from.PlusDays((n + 23) / 24),
            _ when kind is "school" => from => Step(from, n, calendar.NextSchoolDay),
            _ when kind is "working" => from => Step(from, n, calendar.NextWorkingDay),
            _ => from => from.PlusDays(n)
        };
    }

    private static LocalDate? Step(LocalDate from, int days, Func<LocalDate, LocalDate?> next)
    {
        LocalDate? at = from;
        for (var i = 0; i < days && at is { } day; i++)
        {
            at = next(day);
        }

        return at;
    }

    private static FoundDate Read(Match m, DateScan scan)
    {
        var count = Count(m, scan.Calendar);
        return new FoundDate(new TextSpan(m.Index, m.Length), count(scan.On), DatePart.Length) { Count = count };
    }

    [GeneratedRegex(
        @"\b(?:(?:for|over|during|in|within|after|across|throughout|lasting)\s+" + Qualifier
        + @"(?:" + DateWords.Number + @"\s*(?:-|to|or)\s*)?(?:(?<n>" + DateWords.Number + @")[\s-]*|(?<=next\s+|coming\s+|following\s+|first\s+|the\s+))"
        + @"(?:(?<kind>school|working|calendar|consecutive|whole|full)\s+)?(?<unit>" + DateWords.Unit + @")\b(?!-)'?(?:\s+(?:time|block|trial|period|cycle|only)\b)?"
        + @"|(?<n>" + DateWords.Number + @")\s+(?<unit>" + DateWords.Unit + @")'?\s+(?:from\s+(?:now|today)|later|time)\b)",
        Options, 5000)]
    private static partial Regex Phrase();

    // "a six-week reading programme": a length only if nothing else in the line gives a date.
    [GeneratedRegex(@"\b(?<n>" + DateWords.Number + @")[\s-](?<unit>week|month|day)(?:[\s-](?:trial|block|programme|program|cycle|plan|course|intervention|period|burst))\b", Options, 5000)]
    private static partial Regex Adjective();
}
