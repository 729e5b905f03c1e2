using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>The whole calendar opened to be changed: every rule looks at all of it.</summary>
internal sealed class CalendarBook(SchoolRegister register, School school, List<CalendarEntry> entries)
{
    public const int MostPeriods = 2000;

    public static async Task<CalendarBook> OpenAsync(SchoolRegister register, CancellationToken cancel)
    {
        var school = await register.Schools.SingleAsync(cancel);
        var entries = await register.Calendar.OrderBy(e => e.From).Take(MostPeriods).ToListAsync(cancel);
        return new CalendarBook(register, school, entries);
    }

    public IEnumerable<CalendarPeriod> Periods => entries.Select(e => e.Period);

    public Nation Nation => school.Nation;

    public static IReadOnlyList<CalendarPeriod> Missing(AcademicYear year, Nation nation, IReadOnlyCollection<CalendarPeriod> known) =>
        [.. BankHolidays.In(year, nation).Where(h => !known.Any(k => k.Kind is PeriodKind.BankHoliday && k.Contains(h.From)))];

    public CalendarEntry? Find(Id<CalendarEntry> id) => entries.Find(e => e.Id == id);

    public IReadOnlyList<CalendarPeriod> MissingBankHolidays(AcademicYear year) => Missing(year, school.Nation, [.. Periods]);

    public Refusal? Remove(CalendarEntry entry, out CalendarChanged? happened)
    {
        happened = null;
        if (CalendarRules.RefusalToLose(entry.Period, null, Others(entry)) is { } refusal)
        {
            return refusal;
        }

        register.Remove(entry);
        happened = school.ChangeCalendar();
        return null;
    }

    /// <param name="entry">The new period.</param>
    /// <param name="instead">What it takes the place of; null where it is one more.</param>
    /// <param name="happened">The event, where it was not refused.</param>
    public Refusal? Add(CalendarEntry entry, CalendarEntry? instead, out CalendarChanged? happened)
    {
        happened = null;
        var others = Others(instead);
        var refusal = CalendarRules.RefusalOf(entry.Period, others)
            ?? (instead is null ? null : CalendarRules.RefusalToLose(instead.Period, entry.Period, others));
        if (refusal is not null)
        {
            return refusal;
        }

        if (instead is not null)
        {
            register.Remove(instead);
        }

        register.Add(entry);
        happened = school.ChangeCalendar();
        return null;
    }

    /// <summary>Adds what has been checked already. Null where there is nothing to add.</summary>
    public CalendarChanged? AddAll(IReadOnlyCollection<CalendarPeriod> periods)
    {
        foreach (var period in periods)
        {
            register.Add(CalendarEntry.For(register.SchoolId, period.Kind, period.From, period.To, period.Title).OrThrow());
        }

        return periods.Count == 0 ? null : school.ChangeCalendar();
    }

    private List<CalendarPeriod> Others(CalendarEntry? except) => [.. entries.Where(e => e != except).Select(e => e.Period)];
}
