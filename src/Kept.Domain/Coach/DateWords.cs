using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>The words that British dates are made of, as pieces of patterns and as numbers.</summary>
internal static class DateWords
{
    public const string Day =
        @"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday|nesay|ensday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|saturday|sunday"
        + @"|(?<=\b(?:by|on|next|this|until|till|before|from)\s)(?:sat|sun))\b\.?";

    public const string FullDay = @"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

    public const string Month =
        @"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
        + @"|nov(?:ember)?|dec(?:ember)?)\b\.?";

    public const string Number =
        @"(?:\d{1,3}|a\s+couple\s+of|couple\s+of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    public const string Unit = @"(?:days?|weeks?|wks?|fortnights?|months?|hours|hrs)";

    private static readonly string[] Numbers =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    public static int NumberOf(string word)
    {
        if (int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var lower = word.ToLowerInvariant();
        var at = Array.IndexOf(Numbers, lower);
        return at > 0 ? at : lower.Contains("couple", StringComparison.Ordinal) ? 2 : 1;
    }

    public static int MonthOf(string word) =>
        Array.FindIndex(Months, m => word.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;

    public static IsoDayOfWeek DayOf(string word) =>
        (IsoDayOfWeek)(Array.FindIndex(Days, d => word.StartsWith(d, StringComparison.OrdinalIgnoreCase)) + 1);

    /// <summary>A real day, or null: there is no 31 April.</summary>
    public static LocalDate? Make(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    public static LocalDate FridayOfWeek(LocalDate day) => day.PlusDays(5 - (int)day.DayOfWeek);

    public static LocalDate EndOfMonth(LocalDate day) => day.With(DateAdjusters.EndOfMonth);
}
