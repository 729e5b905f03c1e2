using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Features.Staff.Calendar;

/// <summary>A month in an address: "2026-05".</summary>
internal static class MonthOf
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.CreateWithInvariantCulture("uuuu'-'MM");

    /// <summary>Null when it is none, or one that no school record reaches.</summary>
    public static YearMonth? Read(string? text) => Pattern.Parse(text ?? "") is { Success: true, Value: { Year: >= 2000 and <= 2100 } month } ? month : null;

    public static string Write(YearMonth month) => Pattern.Format(month);
}
