using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Schools;

/// <summary>The bank holidays of each UK nation, as published on GOV.UK and kept with the product.</summary>
public static class BankHolidays
{
    private static readonly Lazy<ILookup<string, CalendarPeriod>> Published = new(Read);

    public static IReadOnlyList<CalendarPeriod> Of(Nation nation) => [.. Published.Value[Division(nation)]];

    public static IReadOnlyList<CalendarPeriod> In(AcademicYear year, Nation nation) =>
        [.. Of(nation).Where(holiday => year.Contains(holiday.From))];

    private static string Division(Nation nation) => nation switch
    {
        Nation.Scotland => "scotland",
        Nation.NorthernIreland => "northern-ireland",
        _ => "england-and-wales"
    };

    private static ILookup<string, CalendarPeriod> Read() =>
        Embedded.Rows("BankHolidays.csv").ToLookup(row => row[0], row =>
        {
            var day = LocalDatePattern.Iso.Parse(row[1]).Value;
            return new CalendarPeriod(PeriodKind.BankHoliday, day, day, row[2]);
        });
}
