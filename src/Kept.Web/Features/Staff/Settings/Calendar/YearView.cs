using Kept.Domain.Schools;
using Kept.Web.Access;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>One school year as the page shows it: by term, and by month.</summary>
public sealed class YearView(AcademicYear year, IReadOnlyList<CalendarEntry> entries, SchoolDay day)
{
    private readonly SchoolCalendar calendar = new(entries.Select(e => e.Period), day.School.InsetDaysAreWorkingDays);

    public AcademicYear Year => year;

    public bool IsEmpty => entries.Count == 0;

    public bool HasTerms => calendar.Terms.Count > 0;

    /// <summary>Each term with what lies within it or in the days before it; then what lies in no term.</summary>
    public IReadOnlyList<TermView> Terms
    {
        get
        {
            var terms = entries.Where(e => e.Kind is PeriodKind.Term).ToList();
            var rest = entries.Where(e => e.Kind is not PeriodKind.Term).ToLookup(e => TermOf(e, terms));
            return
            [
                .. terms.Select(term => new TermView(term, [.. rest[term]], SchoolDaysIn(term))),
                .. rest[null].Any() ? [new TermView(null, [.. rest[null]], 0)] : (IEnumerable<TermView>)[]
            ];
        }
    }

    public IReadOnlyList<MonthView> Months => [.. year.Months.Select(first => new MonthView(first, Cell, day.Today))];

    private static CalendarEntry? TermOf(CalendarEntry entry, List<CalendarEntry> terms) =>
        terms.Find(t => t.From <= entry.To && entry.From <= t.To)
        ?? (entry.Kind is PeriodKind.Inset ? terms.Find(t => entry.From < t.From) : null);

    private int SchoolDaysIn(CalendarEntry term) => Days(term.From, term.To).Count(calendar.IsSchoolDay);

    /// <summary>The narrowest word for a day: a closure is said before the term that it lies in.</summary>
    private DayKind Cell(LocalDate date)
    {
        if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            return DayKind.Weekend;
        }

        var at = calendar.Breaks.Where(b => b.Contains(date)).Select(b => (PeriodKind?)b.Kind).ToList();
        return at switch
        {
            _ when at.Contains(PeriodKind.Closure) => DayKind.Closure,
            _ when at.Contains(PeriodKind.BankHoliday) => DayKind.BankHoliday,
            _ when at.Contains(PeriodKind.HalfTerm) => DayKind.HalfTerm,
            _ when at.Contains(PeriodKind.Inset) => DayKind.Inset,
            _ => calendar.IsSchoolDay(date) ? DayKind.SchoolDay : DayKind.Holiday
        };
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            yield return date;
        }
    }
}

/// <param name="Term">Null for what lies in no term.</param>
public sealed record TermView(CalendarEntry? Term, IReadOnlyList<CalendarEntry> Within, int SchoolDays);
