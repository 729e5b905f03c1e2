using Kept.Domain;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.World;

/// <summary>Both made-up schools keep the same terms.</summary>
internal static class TermDates
{
    public static IReadOnlyList<CalendarPeriod> All { get; } = [.. WordList.Rows("terms.csv").Select(Read)];

    public static IEnumerable<CalendarEntry> Of(Id<School> school) =>
        All.Select(p => CalendarEntry.For(school, p.Kind, p.From, p.To, p.Title).OrThrow());

    private static CalendarPeriod Read(string[] row)
    {
        var kind = row[0] switch
        {
            "half-term" => PeriodKind.HalfTerm,
            "inset" => PeriodKind.Inset,
            "closure" => PeriodKind.Closure,
            "bank-holiday" => PeriodKind.BankHoliday,
            _ => PeriodKind.Term
        };
        return new CalendarPeriod(kind, Day(row[1]), Day(row[2]), row[3]);
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
