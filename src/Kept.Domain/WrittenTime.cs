using System.Globalization;
using NodaTime;

namespace Kept.Domain;

/// <summary>Times as people write them: "4pm", "4.30pm", "16:30", "1630".</summary>
public static class WrittenTime
{
    /// <summary>Null when it is no time.</summary>
    public static LocalTime? Read(string? text)
    {
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (typed is "noon" or "midday")
        {
            return LocalTime.Noon;
        }

        var half = typed.EndsWith("pm", StringComparison.Ordinal) ? "pm" : typed.EndsWith("am", StringComparison.Ordinal) ? "am" : "";
        var digits = typed[..^half.Length].Replace('.', ':');
        if (!digits.Contains(':', StringComparison.Ordinal))
        {
            digits = digits.Length <= 2 ? $"{digits}:00" : $"{digits[..^2]}:{digits[^2..]}";
        }

        var parts = digits.Split(':');
        if (parts.Length != 2 || parts[1].Length != 2 || !Read(parts[0], out var hour) || !Read(parts[1], out var minute) || minute > 59)
        {
            return null;
        }

        return half switch
        {
            "" when hour <= 23 => new LocalTime(hour, minute),
            "am" or "pm" when hour is >= 1 and <= 12 => new LocalTime((hour % 12) + (half == "pm" ? 12 : 0), minute),
            _ => null
        };
    }

    /// <summary>"4pm", "4.30pm".</summary>
    public static string InWords(this LocalTime time) =>
        time.ToString(time.Minute == 0 ? "%h" : "h.mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? "am" : "pm");

    private static bool Read(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
