using Kept.Domain;
using Kept.Domain.Schools;
using NodaTime.Text;

namespace Kept.Store.Schools;

/// <summary>The bank holidays of each nation, as published when this version of Kept was made; a school may change its own.</summary>
internal static class BankHolidays
{
    public static IEnumerable<CalendarEntry> Of(Nation nation, Id<School> school)
    {
        var division = nation switch
        {
            Nation.Scotland => "scotland",
            Nation.NorthernIreland => "northern-ireland",
            _ => "england-and-wales"
        };
        foreach (var line in Lines().Select(line => line.Split(',', 3)).Where(line => line[0] == division))
        {
            var day = LocalDatePattern.Iso.Parse(line[1]).Value;
            yield return CalendarEntry.For(school, PeriodKind.BankHoliday, day, day, line[2]).OrThrow();
        }
    }

    private static IEnumerable<string> Lines()
    {
        using var file = new StreamReader(typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.csv")!);
        while (file.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
