using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>
/// A school year's shape carried to the next: a start to correct against the published term dates, never saved unseen.
/// </summary>
public static class CalendarShape
{
    /// <summary>Whole weeks, so that a Monday stays a Monday.</summary>
    private const int WeeksInAYear = 52;

    /// <summary>
    /// Terms, half-terms and INSET days a year on; bank holidays of the nation as published. Closures are not carried: they were
    /// snow and burst pipes.
    /// </summary>
    public static IReadOnlyList<CalendarPeriod> Forward(IEnumerable<CalendarPeriod> periods, AcademicYear from, Nation nation)
    {
        var carried = periods
            .Where(p => from.Contains(p.From) && p.Kind is (PeriodKind.Term or PeriodKind.HalfTerm or PeriodKind.Inset))
            .Select(p => p with { From = p.From.PlusWeeks(WeeksInAYear), To = p.To.PlusWeeks(WeeksInAYear) });
        return [.. carried.Concat(BankHolidays.In(from.Next, nation)).OrderBy(p => p.From).ThenBy(p => p.Kind)];
    }
}
