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

/// <summary>What a day is, in one word and one letter: colour only repeats them.</summary>
public enum DayKind
{
    SchoolDay,
    Weekend,
    Holiday,
    HalfTerm,
    Inset,
    Closure,
    BankHoliday
}

public static class DayKinds
{
    /// <summary>The kinds that the key beside the months explains.</summary>
    public static IReadOnlyList<DayKind> Explained { get; } =
        [DayKind.SchoolDay, DayKind.Inset, DayKind.HalfTerm, DayKind.BankHoliday, DayKind.Closure, DayKind.Holiday];

    /// <summary>Beside the number; empty where the day has nothing to say.</summary>
    public static string Letter(this DayKind kind) => kind switch
    {
        DayKind.HalfTerm => "H",
        DayKind.Inset => "I",
        DayKind.Closure => "C",
        DayKind.BankHoliday => "B",
        DayKind.Holiday => "–",
        _ => ""
    };

    public static string InWords(this DayKind kind) => kind switch
    {
        DayKind.SchoolDay => "School day",
        DayKind.HalfTerm => "Half-term",
        DayKind.Inset => "INSET day",
        DayKind.Closure => "Closed",
        DayKind.BankHoliday => "Bank holiday",
        DayKind.Holiday => "Not in a term",
        _ => "Weekend"
    };

    public static string Css(this DayKind kind) => kind switch
    {
        DayKind.SchoolDay => "in-school",
        DayKind.HalfTerm => "half-term",
        DayKind.Inset => "inset",
        DayKind.Closure => "closure",
        DayKind.BankHoliday => "bank-holiday",
        _ => "off"
    };
}

/// <summary>One month: weeks of seven days, Monday first; a day of another month is null.</summary>
public sealed class MonthView(LocalDate first, Func<LocalDate, DayKind> kindOf, LocalDate today)
{
    public string Name => first.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<IReadOnlyList<DayView?>> Weeks
    {
        get
        {
            var before = (int)first.DayOfWeek - 1;
            var days = first.Calendar.GetDaysInMonth(first.Year, first.Month);
            var cells = Enumerable.Range(0, ((before + days + 6) / 7) * 7).Select(at => Day(at - before + 1, days));
            return [.. cells.Chunk(7)];
        }
    }

    private DayView? Day(int number, int days)
    {
        if (number < 1 || number > days)
        {
            return null;
        }

        var date = first.PlusDays(number - 1);
        return new DayView(number, kindOf(date), date == today);
    }
}

public sealed record DayView(int Number, DayKind Kind, bool IsToday);
