using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Schools;

/// <summary>A school year with everything in it that a clock must mind.</summary>
internal static class SampleCalendar
{
    public static readonly CalendarPeriod[] Periods =
    [
        new(PeriodKind.Term, new(2026, 1, 5), new(2026, 3, 27), "Spring term"),
        new(PeriodKind.Inset, new(2026, 1, 5), new(2026, 1, 5), "INSET day"),
        new(PeriodKind.Closure, new(2026, 1, 22), new(2026, 1, 22), "Snow"),
        new(PeriodKind.HalfTerm, new(2026, 2, 16), new(2026, 2, 20), "Half-term"),
        new(PeriodKind.Term, new(2026, 4, 13), new(2026, 7, 21), "Summer term"),
        new(PeriodKind.BankHoliday, new(2026, 5, 4), new(2026, 5, 4), "Early May"),
        new(PeriodKind.HalfTerm, new(2026, 5, 25), new(2026, 5, 29), "Half-term"),
        new(PeriodKind.Inset, new(2026, 6, 26), new(2026, 6, 26), "INSET day")
    ];

    public static SchoolCalendar Calendar { get; } = new(Periods);

    public static SchoolCalendar WithInsetDaysOff { get; } = new(Periods, insetDaysAreWorkingDays: false);

    public static LocalDate Day(int month, int day) => new(2026, month, day);
}
