using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>
/// One school's days: terms, half-terms, INSET days, closures and the bank holidays of its nation.
/// A school day is one on which pupils attend (SI 2007/1304 reg 2); a working day is one that counts on
/// the reply clock. Neither exists outside the terms that the school has entered.
/// </summary>
public sealed class SchoolCalendar
{
    /// <summary>Every rule that looks for a next or a last day gives up after this long.</summary>
    private const int FurthestLookDays = 400;

    private readonly List<CalendarPeriod> terms;
    private readonly List<CalendarPeriod> breaks;

    // Laid out once, in order: a page may ask about hundreds of days, and a calendar is held from page to page.
    private readonly LocalDate[] schoolDays;
    private readonly LocalDate[] workingDays;

    public SchoolCalendar(IEnumerable<CalendarPeriod> periods, bool insetDaysAreWorkingDays = true)
    {
        var all = periods.OrderBy(p => p.From).ToList();
        terms = [.. all.Where(p => p.Kind is PeriodKind.Term)];
        breaks = [.. all.Where(p => p.Kind is not PeriodKind.Term)];
        workingDays = [.. TermTimeWeekdays().Where(day => !breaks.Exists(b => b.Contains(day) && (b.Kind is not PeriodKind.Inset || !insetDaysAreWorkingDays)))];
        schoolDays = [.. workingDays.Where(day => !breaks.Exists(b => b.Contains(day)))];
    }

    public static SchoolCalendar Empty { get; } = new([]);

    /// <summary>The terms in order. Half-terms are inside them.</summary>
    public IReadOnlyList<CalendarPeriod> Terms => terms;

    /// <summary>Half-terms, INSET days, closures and bank holidays, in order.</summary>
    public IReadOnlyList<CalendarPeriod> Breaks => breaks;

    /// <summary>A day on which pupils attend: use it for statutory "school days".</summary>
    public bool IsSchoolDay(LocalDate day) => Array.BinarySearch(schoolDays, day) >= 0;

    /// <summary>A day that counts on the reply clock: a school day, or an INSET day unless the school says otherwise.</summary>
    public bool IsWorkingDay(LocalDate day) => Array.BinarySearch(workingDays, day) >= 0;

    /// <summary>A day on which neither pupils nor staff are in. An INSET day is not closed.</summary>
    public bool IsClosed(LocalDate day) =>
        !IsTermTimeWeekday(day) || breaks.Exists(b => b.Kind is not PeriodKind.Inset && b.Contains(day));

    /// <summary>Whether the school has said anything about this day: a date far beyond its terms is unknown, not closed.</summary>
    public bool Knows(LocalDate day) => terms.Count > 0 && terms[0].From <= day && day <= terms[^1].To;

    public LocalDate? NextSchoolDay(LocalDate after) => Next(schoolDays, after);

    public LocalDate? NextWorkingDay(LocalDate after) => Next(workingDays, after);

    public LocalDate? LastSchoolDay(LocalDate before)
    {
        var at = CountUntil(schoolDays, before.PlusDays(-1)) - 1;
        return at >= 0 && schoolDays[at] >= before.PlusDays(-FurthestLookDays) ? schoolDays[at] : null;
    }

    /// <summary>How many working days come after the one day, up to and with the other.</summary>
    public int WorkingDaysBetween(LocalDate after, LocalDate upTo) => CountUntil(workingDays, upTo) - CountUntil(workingDays, after);

    private static LocalDate? Next(LocalDate[] days, LocalDate after)
    {
        var at = CountUntil(days, after);
        return at < days.Length && days[at] <= after.PlusDays(FurthestLookDays) ? days[at] : null;
    }

    /// <summary>How many of the days are no later than this one.</summary>
    private static int CountUntil(LocalDate[] days, LocalDate day)
    {
        var at = Array.BinarySearch(days, day);
        return at >= 0 ? at + 1 : ~at;
    }

    private static bool IsWeekday(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private bool IsTermTimeWeekday(LocalDate day) => IsWeekday(day) && terms.Exists(t => t.Contains(day));

    private SortedSet<LocalDate> TermTimeWeekdays() =>
        [.. terms.SelectMany(t => Enumerable.Range(0, Period.DaysBetween(t.From, t.To) + 1).Select(t.From.PlusDays)).Where(IsWeekday)];
}
