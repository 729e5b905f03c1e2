using System.Buffers;
using System.Globalization;
using Kept.Domain;
using Kept.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Imports;

/// <summary>Reads what exports put in a cell.</summary>
public static class Cells
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Day before month, always; ISO where the year comes first. A time after the day is passed over.</summary>
    private static readonly LocalDatePattern[] FourDigitYears =
        [.. new[] { "d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "yyyy/M/d" }
            .Select(pattern => LocalDatePattern.Create(pattern, British))];

    private static readonly LocalDatePattern[] TwoDigitYears =
        [.. new[] { "d/M/yy", "d-M-yy", "d.M.yy", "d MMM yy", "d-MMM-yy" }.Select(pattern => LocalDatePattern.Create(pattern, British))];

    private static readonly SearchValues<char> NeverInAnEmail = SearchValues.Create(" ,;<>\"");

    private static readonly string[] Titles =
        ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "reverend", "sir", "dame", "lady", "lord", "fr", "sr", "imam", "rabbi"];

    /// <summary>The day that a cell names; null when it names none.</summary>
    public static LocalDate? Date(string cell)
    {
        var text = WithoutTime(Text.Tidy(cell) ?? "");
        return Date(text, FourDigitYears) ?? Date(text, TwoDigitYears);
    }

    public static KnownOrNot? YesOrNo(string cell) => Text.Key(cell) switch
    {
        "t" or "true" or "y" or "yes" or "1" => KnownOrNot.Yes,
        "f" or "false" or "n" or "no" or "0" => KnownOrNot.No,
        _ => null
    };

    /// <summary>"Mrs Laura Bennett", "Bennett, Laura", "Bennett, Mrs Laura": the title, given and family names.</summary>
    public static (string? Title, string Given, string Family) Name(string cell)
    {
        var text = Text.Tidy(cell) ?? "";
        var comma = text.Split(',', 2, StringSplitOptions.TrimEntries);
        var (title, rest) = SplitTitle(comma.Length == 2 ? comma[1] : text);
        if (comma.Length == 2)
        {
            var (before, family) = SplitTitle(comma[0]);
            return (title ?? before, rest, family);
        }

        var last = rest.LastIndexOf(' ');
        return last < 0 ? (title, "", rest) : (title, rest[..last], rest[(last + 1)..]);
    }

    public static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && text.IndexOf('.', at) > at + 1
        && text.Length <= Person.EmailMaxLength
        && !text.AsSpan().ContainsAny(NeverInAnEmail);

    private static (string? Title, string Name) SplitTitle(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Titles.Contains(text[..space].TrimEnd('.').ToLowerInvariant())
            ? (text[..space].TrimEnd('.'), text[(space + 1)..])
            : (null, text);
    }

    private static string WithoutTime(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal) is > 0 and var t && char.IsAsciiDigit(text[t - 1]) ? t : text.IndexOf(':', StringComparison.Ordinal);
        if (time < 0)
        {
            return text;
        }

        return text[time] is 'T' ? text[..time] : text.LastIndexOf(' ', time) is > 0 and var space ? text[..space] : text;
    }

    private static LocalDate? Date(string text, LocalDatePattern[] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: { Year: > 1900 } day })
            {
                return day;
            }
        }

        return null;
    }
}
