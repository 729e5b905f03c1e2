using System.Globalization;
using NodaTime;

namespace Kept.Domain;

/// <summary>
/// Dates as people write them in a field: "1 September 2026", "1 Sep", "1/9/26", "2026-09-01". Day comes before month.
/// Deadlines said in a sentence are the coach's to read.
/// </summary>
public static class WrittenDate
{
    private static readonly char[] Between = [' ', '/', '.', '-', ','];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Null when it is no date.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="from">Where no year is written, it is the first such day from here on.</param>
    public static LocalDate? Read(string? text, LocalDate from)
    {
        var parts = (text ?? "").ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (parts.Count > 2 && IsWeekday(parts[0]))
        {
            parts.RemoveAt(0);
        }

        if (parts.Count is not (2 or 3))
        {
            return null;
        }

        if (parts.Count == 3 && parts[0].Length == 4)
        {
            parts.Reverse();
        }

        var day = Number(parts[0].TrimEnd('s', 't', 'n', 'd', 'r', 'h'));
        var month = Month(parts[1]);
        return parts.Count == 3 ? Date(Year(parts[2]), month, day) : FirstFrom(from, month, day);
    }

    /// <summary>"26 November 2026".</summary>
    public static string InWords(this LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Thursday 26 November".</summary>
    public static string InWordsWithWeekday(this LocalDate day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"26 to 30 October 2026", without saying a month or a year twice.</summary>
    public static string InWords(LocalDate from, LocalDate to) => (from, to) switch
    {
        _ when from == to => from.InWords(),
        _ when from.Year != to.Year => $"{from.InWords()} to {to.InWords()}",
        _ when from.Month != to.Month => $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} to {to.InWords()}",
        _ => $"{from.Day} to {to.InWords()}"
    };

    private static LocalDate? FirstFrom(LocalDate from, int month, int day) =>
        Date(from.Year, month, day) is { } thisYear && thisYear >= from ? thisYear : Date(from.Year + 1, month, day);

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int Year(string text) => text.Length == 2 ? 2000 + Number(text) : Number(text);

    private static int Month(string text) =>
        Number(text) is > 0 and var number ? number
        : text.Length >= 3 ? Array.FindIndex(Months, m => m.StartsWith(text, StringComparison.Ordinal) || (text == "sept" && m[0] == 's')) + 1
        : 0;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsWeekday(string text) =>
        text.Length >= 3 && Enum.GetNames<IsoDayOfWeek>().Any(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
}
