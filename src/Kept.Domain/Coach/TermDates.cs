using System.Text.RegularExpressions;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Dates told by the school's calendar: "after half-term", "end of term", "first week back", "before Easter".</summary>
internal static partial class TermDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Season = @"(?:(?<season>autumn|spring|summer|october|february|may|easter|christmas)\s+)?";

    private const string HalfTerm = @"half[-\s]?term";

    private const string Holidays = @"(?:\s+(?:holidays?|hols|break|vacation|week))?";

    public static void Find(DateScan scan)
    {
        scan.Each(CountedFromBreak(), m => Found(m, Counted(m, new SchoolYear(scan.Calendar, scan.On))) with { IsWeek = m.Groups["unit"].Value.StartsWith("week", StringComparison.OrdinalIgnoreCase) });
        scan.Each(Edge(), m => Found(m, EdgeOf(m, new SchoolYear(scan.Calendar, scan.On))));
        scan.Each(Break(), m => AroundBreak(m, new SchoolYear(scan.Calendar, scan.On)));
        scan.Each(Return(), m => Found(m, new SchoolYear(scan.Calendar, scan.On).FirstDayBack(BreakName.Any)));
        scan.Each(BankHoliday(), m => Found(m, new SchoolYear(scan.Calendar, scan.On).AroundBankHoliday(m.Groups["after"].Success)));
        scan.Each(Bare(), m => Found(m, BareTerm(m, new SchoolYear(scan.Calendar, scan.On))));
    }

    private static FoundDate Found(Match m, LocalDate? on) => new(new TextSpan(m.Index, m.Length), on, DatePart.Mention);

    private static BreakName Named(Match m)
    {
        var what = m.Groups["what"].Value.ToLowerInvariant();
        var season = m.Groups["season"].Value.ToLowerInvariant();
        return what switch
        {
            _ when what.StartsWith("half", StringComparison.Ordinal) => BreakName.HalfTerm(season),
            "easter" or "christmas" or "xmas" or "summer" => BreakName.Holiday(what),
            "term" => BreakName.Holiday(""),
            _ when season.Length > 0 => BreakName.Holiday(season),
            _ => BreakName.Any
        };
    }

    private static LocalDate? Counted(Match m, SchoolYear year)
    {
        var named = m.Groups["what"].Success ? Named(m) : BreakName.Any;
        if (m.Groups["ord"].Value.Equals("last", StringComparison.OrdinalIgnoreCase))
        {
            return named.IsHalfTerm ? year.LastDayBefore(named) : year.EndOfTerm(m.Groups["season"].Value, m.Groups["next"].Success);
        }

        var first = m.Groups["term"].Success ? year.StartOfTerm(m.Groups["season"].Value) : year.FirstDayBack(named);
        if (first is { } from && m.Groups["day"].Success)
        {
            var day = DateWords.DayOf(m.Groups["day"].Value);
            return from.DayOfWeek == day ? from : from.Next(day);
        }

        if (first is not { } back || m.Groups["unit"].Value.StartsWith('d') || m.Groups["unit"].Value.StartsWith('D'))
        {
            return first;
        }

        var week = m.Groups["n"].Success ? DateWords.NumberOf(m.Groups["n"].Value)
            : m.Groups["ord"].Value.ToLowerInvariant() switch { "second" => 2, "third" => 3, _ => 1 };
        return DateWords.FridayOfWeek(back).PlusDays(7 * (week - 1));
    }

    private static LocalDate? EdgeOf(Match m, SchoolYear year)
    {
        var starts = m.Groups["start"].Success;
        var next = m.Groups["next"].Success;
        var season = m.Groups["season"].Value;
        if (m.Groups["year"].Success)
        {
            return starts ? year.FirstDayBack(BreakName.Holiday("summer")) : year.LastDayBefore(BreakName.Holiday("summer"));
        }

        if (m.Groups["half"].Success)
        {
            return starts ? year.FirstDayBack(BreakName.HalfTerm(season)) : year.EndOfHalf(next);
        }

        return starts ? year.StartOfTerm(season) : year.EndOfTerm(season, next);
    }

    private static FoundDate AroundBreak(Match m, SchoolYear year)
    {
        var named = Named(m);
        var relation = m.Groups["rel"].Value.ToLowerInvariant();
        var span = new TextSpan(m.Index, m.Length);
        if (relation is "after" or "following" or "once" or "since")
        {
            return new FoundDate(span, year.FirstDayBack(named), DatePart.Mention) { After = true };
        }

        return relation is "over" or "during" or "in" or "throughout"
            ? new FoundDate(span, year.LastDayOff(named), DatePart.Mention)
            : new FoundDate(span, year.LastDayBefore(named), relation is "at" ? DatePart.Mention : DatePart.Deadline);
    }

    private static LocalDate? BareTerm(Match m, SchoolYear year)
    {
        var next = m.Groups["next"].Success;
        return m.Groups["half"].Success
            ? next ? year.FirstDayBack(BreakName.HalfTerm("")) : year.EndOfHalf(next: false)
            : next ? year.StartOfTerm(m.Groups["season"].Value) : year.EndOfTerm(m.Groups["season"].Value, next: false);
    }

    [GeneratedRegex(
        @"\b(?:the\s+)?(?<ord>first|second|third|last|1st|2nd|3rd)\s+(?:(?<n>" + DateWords.Number + @")\s+)?(?:school\s+|full\s+)?(?:(?<unit>days?|weeks?)|(?<day>" + DateWords.FullDay + @"))\s+"
        + @"(?:back\b(?:\s+(?:at|to|in)\s+school)?(?:\s+after\s+(?:the\s+)?" + Season + @"(?<what>" + HalfTerm + @"|easter|christmas|xmas|summer|holidays?|hols)" + Holidays + @")?"
        + @"|(?:of|in)\s+(?:the\s+)?(?:(?<next>next)\s+|new\s+|this\s+)?" + Season + @"(?:(?<term>(?<what>term))|(?<what>" + HalfTerm + @"))"
        + @"|after\s+(?:the\s+)?" + Season + @"(?<what>" + HalfTerm + @"|easter|christmas|xmas|summer|holidays?|hols)" + Holidays + @")(?![-\w])",
        Options, 5000)]
    private static partial Regex CountedFromBreak();

    [GeneratedRegex(
        @"\b(?:the\s+)?(?:(?<start>start|beginning|first\s+day)|end|last\s+day|rest|remainder|close)\s+of\s+(?:the\s+|this\s+|our\s+)?(?:(?<next>next)\s+|new\s+|current\s+)?" + Season
        + @"(?:(?<half>" + HalfTerm + @")|term(?:\s+time)?|(?<year>(?:school\s+|academic\s+)?year))(?![-\w])|\bterm(?:'s)?\s+end\b",
        Options, 5000)]
    private static partial Regex Edge();

    [GeneratedRegex(
        @"\b(?<rel>after|following|since|once|before|by|until|till|up\s+to|at|over|during|in|throughout|(?<=\bnow\s+)and)\s+(?:the\s+)?(?:next\s+|coming\s+)?" + Season
        + @"(?<what>" + HalfTerm + @"|(?:easter|christmas|xmas|summer)(?!\s+(?:term|fair|production|play|show|concert|tests?|exams?|" + HalfTerm + @"))|(?:school\s+)?(?:holidays?|hols)|(?<=(?:easter|christmas|summer)\s+)(?:break|holidays?))"
        + Holidays + @"(?:\s+(?:starts|begins|is\s+over|ends))?(?![-\w])",
        Options, 5000)]
    private static partial Regex Break();

    [GeneratedRegex(
        @"\b(?:when|once|after)\s+(?:we're|we\s+are|he's|he\s+is|she's|she\s+is|they\s+are|they're|school\s+is|everyone\s+is|we|he|she)\s+(?:are\s+)?(?:back|get\s+back|comes?\s+back|returns?)\b(?:\s+(?:at|to)\s+school)?(?!\s+(?:from|with))",
        Options, 5000)]
    private static partial Regex Return();

    [GeneratedRegex(@"\b(?:(?<after>after|following)|before|by|until)\s+(?:the\s+)?(?:early\s+|late\s+|may\s+|spring\s+|august\s+|summer\s+)*bank\s+holiday(?:\s+weekend)?\b", Options, 5000)]
    private static partial Regex BankHoliday();

    [GeneratedRegex(@"\b(?:this|(?<next>next))\s+" + Season + @"(?:(?<half>" + HalfTerm + @")|term)(?![-\w']|\s+(?:report|plan|timetable|topic|targets))", Options, 5000)]
    private static partial Regex Bare();
}
