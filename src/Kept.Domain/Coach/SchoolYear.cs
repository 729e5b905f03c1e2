using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Which break a line means: a half-term or a holiday, perhaps of one season.</summary>
internal sealed record BreakName(bool? HalfTermOnly, string Season)
{
    public static BreakName Any { get; } = new(null, "");

    public bool IsHalfTerm => HalfTermOnly is true;

    public static BreakName HalfTerm(string season) => new(HalfTermOnly: true, season);

    public static BreakName Holiday(string season) => new(HalfTermOnly: false, season);
}

/// <summary>The school's calendar seen from one day: what comes next. Null wherever the calendar ends first.</summary>
internal sealed class SchoolYear(SchoolCalendar calendar, LocalDate said)
{
    private sealed record SchoolBreak(LocalDate From, LocalDate To, bool IsHalfTerm, bool IsOpen);

    private readonly List<SchoolBreak> breaks = Breaks(calendar);

    /// <summary>The first day that pupils attend after the break that has not yet ended.</summary>
    public LocalDate? FirstDayBack(BreakName name)
    {
        var next = breaks.Find(b => b.To >= said && Fits(b, name));
        return next is null ? null
            : next.IsOpen ? null
            : calendar.NextSchoolDay(next.To);
    }

    /// <summary>The last day that pupils attend before the break that has not yet begun.</summary>
    public LocalDate? LastDayBefore(BreakName name) =>
        breaks.Find(b => b.From > said && Fits(b, name)) is { } next ? calendar.LastSchoolDay(next.From) : null;

    public LocalDate? LastDayOff(BreakName name) =>
        breaks.Find(b => b.To >= said && !b.IsOpen && Fits(b, name))?.To;

    /// <summary>The first day that pupils attend of the next term to start, or of the next one of that season.</summary>
    public LocalDate? StartOfTerm(string season) => Starts(season).FirstOrDefault(d => d > said) is { } day && day != default ? day : null;

    public LocalDate? EndOfTerm(string season, bool next)
    {
        var ends = calendar.Terms.Where(t => IsOf(t, season)).Select(t => calendar.LastSchoolDay(t.To.PlusDays(1)));
        var still = ends.Where(d => d >= said).ToList();

        // Said in a holiday, "next term" is the first still to end; in a term, the second.
        var skip = next && calendar.Terms.Any(t => t.Contains(said)) ? 1 : 0;
        return still.Count > skip ? still[skip] : null;
    }

    /// <summary>The end of this half of the term, or of the one after it.</summary>
    public LocalDate? EndOfHalf(bool next)
    {
        var coming = breaks.FindAll(b => b.From > said);
        var at = next ? 1 : 0;
        return coming.Count > at ? calendar.LastSchoolDay(coming[at].From) : null;
    }

    public LocalDate? AroundBankHoliday(bool after)
    {
        var holiday = calendar.Breaks.FirstOrDefault(b => b.Kind is PeriodKind.BankHoliday && b.From > said);
        return holiday is null ? null : after ? calendar.NextSchoolDay(holiday.To) : calendar.LastSchoolDay(holiday.From);
    }

    private IEnumerable<LocalDate> Starts(string season) =>
        calendar.Terms.Where(t => IsOf(t, season)).Select(t => calendar.NextSchoolDay(t.From.PlusDays(-1))).OfType<LocalDate>();

    private static bool IsOf(CalendarPeriod term, string season) =>
        season.Length == 0 || term.Title.Contains(season, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(SchoolBreak b, BreakName name) =>
        (name.HalfTermOnly is not { } half || half == b.IsHalfTerm)
        && (name.Season.Length == 0 || name.Season.ToLowerInvariant() switch
        {
            "christmas" or "xmas" => b.From.Month == 12,
            "easter" => b.From.Month is 3 or 4,
            "summer" when !b.IsHalfTerm => b.From.Month is 6 or 7 or 8,
            "summer" or "may" => b.From.Month is 5 or 6,
            "spring" or "february" => b.From.Month is 2 or 3,
            _ => b.From.Month is 10 or 11
        });

    /// <summary>Half-terms and the gaps between terms. After the last term there is a gap whose end nobody has entered.</summary>
    private static List<SchoolBreak> Breaks(SchoolCalendar calendar)
    {
        var all = calendar.Breaks.Where(b => b.Kind is PeriodKind.HalfTerm)
            .Select(b => new SchoolBreak(b.From, b.To, IsHalfTerm: true, IsOpen: false)).ToList();
        for (var i = 0; i < calendar.Terms.Count; i++)
        {
            var from = calendar.Terms[i].To.PlusDays(1);
            all.Add(i + 1 < calendar.Terms.Count
                ? new SchoolBreak(from, calendar.Terms[i + 1].From.PlusDays(-1), IsHalfTerm: false, IsOpen: false)
                : new SchoolBreak(from, LocalDate.MaxIsoValue, IsHalfTerm: false, IsOpen: true));
        }

        return [.. all.OrderBy(b => b.From)];
    }
}
