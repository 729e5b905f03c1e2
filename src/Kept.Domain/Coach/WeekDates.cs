using System.Text.RegularExpressions;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Dates told from the day they are said: "next Friday", "Monday week", "tomorrow", "end of the month".</summary>
internal static partial class WeekDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static void HideRepeats(DateScan scan) => scan.Hide(Repeats());

    public static void FindMonths(DateScan scan)
    {
        scan.Each(MonthEdge(), m => Found(m, MonthDate(m, scan.On)));
        scan.Each(ThisMonth(), m => Found(m, NearMonth(m, scan.On)));
    }

    public static void Find(DateScan scan)
    {
        scan.Each(DueInThePast(), m => Found(m, scan.On.PlusDays(-1)));
        scan.Hide(LastDay());
        scan.Each(WeekAndDay(), m => Found(m, InWeek(m, scan.On)));
        scan.Each(Weekday(), m => Found(m, OnWeekday(m, scan)));
        scan.Each(Week(), m => Found(m, WeekEnd(m, scan.On)));
        scan.Each(Weekend(), m => Found(m, ComingWeekend(m, scan.On)));
        scan.Each(Near(), m => Found(m, NearDay(m, scan.On)) with { Weak = !m.Groups["tomorrow"].Success });
    }

    private static FoundDate Found(Match m, LocalDate? on) => new(new TextSpan(m.Index, m.Length), on, DatePart.Mention);

    private static LocalDate? InWeek(Match m, LocalDate said)
    {
        var monday = said.PlusDays(1 - (int)said.DayOfWeek).PlusDays(m.Groups["next"].Success ? 7 : 0);
        return monday.PlusDays((int)DateWords.DayOf(m.Groups["day"].Value) - 1);
    }

    private static LocalDate? OnWeekday(Match m, DateScan scan)
    {
        var day = DateWords.DayOf(m.Groups["day"].Value);
        var term = scan.Found.Find(f => f.After && f.Span.Start - (m.Index + m.Length) is 0 or 1);
        var week = scan.Found.Find(f => f.IsWeek && scan.IsPartOf(m.Index + m.Length, f.Span.Start));
        if (week?.On is { } friday)
        {
            return friday.PlusDays((int)day - 5);
        }

        if (term?.On is { } from)
        {
            return from.DayOfWeek == day ? from : from.Next(day);
        }

        var coming = scan.On.Next(day);
        if (m.Groups["fortnight"].Success)
        {
            return coming.PlusDays(14);
        }

        if (m.Groups["week"].Success)
        {
            return coming.PlusDays(7);
        }

        // "Next Friday" is the Friday of the following week, and weeks start on Monday.
        return m.Groups["next"].Success
            ? scan.On.PlusDays(8 - (int)scan.On.DayOfWeek).PlusDays((int)day - 1)
            : coming;
    }

    private static LocalDate? WeekEnd(Match m, LocalDate said)
    {
        var friday = DateWords.FridayOfWeek(said);
        if (m.Groups["afternext"].Success)
        {
            return friday.PlusDays(14);
        }

        var start = m.Groups["start"].Success ? -4 : m.Groups["mid"].Success ? -2 : 0;
        return m.Groups["next"].Success || friday < said ? friday.PlusDays(7 + start) : friday.PlusDays(start);
    }

    private static LocalDate? ComingWeekend(Match m, LocalDate said) => m.Groups["over"].Success
        ? said.Next(IsoDayOfWeek.Sunday)
        : m.Groups["at"].Success ? said.Next(IsoDayOfWeek.Saturday) : said.Next(IsoDayOfWeek.Friday);

    private static LocalDate? NearDay(Match m, LocalDate said) =>
        said.PlusDays((m.Groups["tomorrow"].Success ? m.Groups["after"].Success ? 2 : 1 : 0) + (m.Groups["week"].Success ? 7 : 0));

    private static LocalDate? MonthDate(Match m, LocalDate said)
    {
        var month = DateWords.MonthOf(m.Groups["m"].Value);
        var year = m.Groups["y"].Success
            ? int.Parse(m.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : month < said.Month ? said.Year + 1 : said.Year;
        return DateWords.Make(year, month, 1) is not { } first ? null
            : m.Groups["start"].Success ? first
            : m.Groups["mid"].Success ? first.PlusDays(14)
            : DateWords.EndOfMonth(first);
    }

    private static LocalDate? NearMonth(Match m, LocalDate said)
    {
        var month = m.Groups["next"].Success ? said.PlusMonths(1) : said;
        return m.Groups["start"].Success ? month.With(DateAdjusters.StartOfMonth).PlusMonths(m.Groups["next"].Success ? 0 : 1)
            : DateWords.EndOfMonth(month);
    }

    // What repeats gives no end: "every Friday" is not a date, "every Friday for four weeks" is.
    [GeneratedRegex(
        @"\b(?:every|each)\s+(?:other\s+|second\s+|single\s+|" + DateWords.Number + @"\s+)?(?:school\s+|week)?(?:" + DateWords.Day + @"|days?|weeks?|weekday|morning|afternoon|evening|night|lunch|break|lesson|fortnight|month|term|half[-\s]?term)\w*(?:(?:\s*,\s*|\s+and\s+|\s*(?:&|/)\s*|\s+to\s+)" + DateWords.Day + @")*"
        + @"|\b(?:on\s+)?(?:" + DateWords.FullDay + @"|mon|tues|weds|thurs|fri)s\b(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s+to\s+)" + DateWords.FullDay + @"s)*"
        + @"|\b(?:once|twice|thrice|" + DateWords.Number + @"\s+(?:times|x|days|mornings|afternoons|sessions|lessons|minutes|mins|hours?))\s+(?:a|per|each|every)\s+(?:school\s+)?(?:day|week|fortnight|month|term|half[-\s]?term)\b"
        + @"|\b(?:end|start|beginning)-of-(?:the-)?\w+",
        Options, 5000)]
    private static partial Regex Repeats();

    [GeneratedRegex(
        @"(?<=\b(?:by|on|before|until|till|due)\s+)(?:yesterday|last\s+(?:" + DateWords.FullDay + @"|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|night|week|month|term|year)\b(?!\s+(?:of|in|before)\b))",
        Options, 5000)]
    private static partial Regex DueInThePast();

    // "The minutes of last Tuesday" say nothing about when they are due. "The last Friday in May" is still to come.
    [GeneratedRegex(@"\b(?<!\bthe\s+)last\s+" + DateWords.FullDay + @"\b(?!\s+(?:of|in|before)\b)", Options, 5000)]
    private static partial Regex LastDay();

    [GeneratedRegex(
        @"\b(?:next\s+week,?\s+(?:on\s+)?(?<next>(?<day>" + DateWords.Day + @"))|(?<day>" + DateWords.Day + @"),?\s+(?:of\s+|in\s+)?(?:(?<next>next)|this|the\s+same)\s+week)\b",
        Options, 5000)]
    private static partial Regex WeekAndDay();

    [GeneratedRegex(
        @"\b(?:(?<next>next)\s+|(?:this\s+)?coming\s+|this\s+)?(?<day>" + DateWords.Day + @")(?:(?<week>\s+week\b(?!'|ly))|(?<fortnight>\s+fortnight\b)|(?<week>\s+after\s+next\b))?",
        Options, 5000)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\b(?:(?:(?:the\s+)?(?:end|close|(?<start>start|beginning)|(?<mid>middle))\s+of\s+)(?:(?<next>next)|the|this|(?:the\s+)?(?<next>following))?\s*(?:school\s+|working\s+)?week\b(?!\s+(?:after|beginning|of|commencing))"
        + @"|(?:later\s+)?this\s+(?:school\s+)?week\b|(?<next>(?:early\s+|later\s+)?next\s+(?:school\s+)?week\b|the\s+following\s+week\b)|the\s+(?<afternext>week\s+after\s+next)|within\s+the\s+week)",
        Options, 5000)]
    private static partial Regex Week();

    [GeneratedRegex(@"\b(?:(?<over>over|during|across)|(?<at>at|on|this)|by|before|until)\s+(?:the\s+|this\s+)?weekend\b", Options, 5000)]
    private static partial Regex Weekend();

    [GeneratedRegex(
        @"\b(?:(?:the\s+)?(?<after>day\s+after\s+)?(?<tomorrow>tomorrow|tomorow|tmrw|tmw)(?:\s+(?:morning|afternoon|evening|lunchtime|night|(?<week>week)))?"
        + @"|(?:later\s+|from\s+)?today(?:\s+(?<week>week))?|this\s+(?:morning|afternoon|evening|lunchtime|lunch)|tonight"
        + @"|(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|this\s+)?(?:school\s+)?(?:day|school|play|business)\b|eod\b|cop\b)",
        Options, 5000)]
    private static partial Regex Near();

    [GeneratedRegex(
        @"\b(?:(?:the\s+)?(?:end|(?<start>start|beginning)|(?<mid>middle))\s+of\s+|(?<mid>mid)[-\s]|late\s+|(?<=\b(?:in|during|throughout|by|until|before)\s+))(?<m>" + DateWords.Month + @")(?!\s+half)(?:\s+(?<y>20\d{2})\b)?(?!\s+\d)",
        Options, 5000)]
    private static partial Regex MonthEdge();

    [GeneratedRegex(
        @"\b(?:(?:the\s+)?(?:end|(?<start>start|beginning))\s+of\s+(?:(?<next>next)\s+|the\s+|this\s+)?month|(?<!\bthe\s+)(?<next>next)\s+month|this\s+month|month\s+end)\b",
        Options, 5000)]
    private static partial Regex ThisMonth();
}
