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
    private readonly bool insetDaysAreWorkingDays;

    public SchoolCalendar(IEnumerable<CalendarPeriod> periods, bool insetDaysAreWorkingDays = true)
    {
        var all = periods.OrderBy(p => p.From).ToList();
        terms = [.. all.Where(p => p.Kind is PeriodKind.Term)];
        breaks = [.. all.Where(p => p.Kind is not PeriodKind.Term)];
        this.insetDaysAreWorkingDays = insetDaysAreWorkingDays;
    }

    public static SchoolCalendar Empty { get; } = new([]);

    /// <summary>The terms in order. Half-terms are inside them.</summary>
    public IReadOnlyList<CalendarPeriod> Terms => terms;

    /// <summary>Half-terms, INSET days, closures and bank holidays, in order.</summary>
    public IReadOnlyList<CalendarPeriod> Breaks => breaks;

    /// <summary>A day on which pupils attend: use it for statutory "school days".</summary>
    public bool IsSchoolDay(LocalDate day) =>
        IsTermTimeWeekday(day) && !breaks.Exists(b => b.Contains(day));

    /// <summary>A day that counts on the reply clock: a school day, or an INSET day unless the school says otherwise.</summary>
    public bool IsWorkingDay(LocalDate day) =>
        IsTermTimeWeekday(day)
        && !breaks.Exists(b => b.Contains(day) && (b.Kind is not PeriodKind.Inset || !insetDaysAreWorkingDays));

    /// <summary>A day on which neither pupils nor staff are in. An INSET day is not closed.</summary>
    public bool IsClosed(LocalDate day) =>
        !IsTermTimeWeekday(day) || breaks.Exists(b => b.Kind is not PeriodKind.Inset && b.Contains(day));

    /// <summary>Whether the school has said anything about this day: a date far beyond its terms is unknown, not closed.</summary>
    public bool Knows(LocalDate day) => terms.Count > 0 && terms[0].From <= day && day <= terms[^1].To;

    public LocalDate? NextSchoolDay(LocalDate after) => Find(after.PlusDays(1), 1, IsSchoolDay);

    public LocalDate? NextWorkingDay(LocalDate after) => Find(after.PlusDays(1), 1, IsWorkingDay);

    public LocalDate? LastSchoolDay(LocalDate before) => Find(before.PlusDays(-1), -1, IsSchoolDay);

    private bool IsTermTimeWeekday(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && terms.Exists(t => t.Contains(day));

    private static LocalDate? Find(LocalDate from, int step, Func<LocalDate, bool> wanted)
    {
        for (var i = 0; i < FurthestLookDays; i++)
        {
            var day = from.PlusDays(i * step);
            if (wanted(day))
            {
                return day;
            }
        }

        return null;
    }
}
