using Kept.Domain;
using Kept.Domain.Schools;

namespace Kept.Store.Schools;

/// <summary>The bank holidays that a school starts with; it may change its own.</summary>
internal static class BankHolidays
{
    public static IEnumerable<CalendarEntry> Of(Nation nation, Id<School> school) =>
        Domain.Schools.BankHolidays.Of(nation).Select(h => CalendarEntry.For(school, h.Kind, h.From, h.To, h.Title).OrThrow());
}
