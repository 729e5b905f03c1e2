using System.Globalization;

namespace Kept.Domain.Pupils;

/// <summary>National curriculum year groups as the census codes them.</summary>
public static class YearGroups
{
    public static IReadOnlyList<string> All { get; } =
        ["E1", "E2", "N1", "N2", "R", .. Enumerable.Range(1, 14).Select(y => y.ToString(CultureInfo.InvariantCulture)), "X"];

    /// <summary>Reads "5", "05", "Year 5", "Yr 5", "Reception"; null when it is no year group.</summary>
    public static string? Read(string? text)
    {
        var key = Text.Key(text ?? "");
        foreach (var prefix in (string[])["year group ", "year ", "yr ", "nc year "])
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                key = key[prefix.Length..];
            }
        }

        key = key is "reception" or "rec" or "0" ? "R" : key.TrimStart('0').ToUpperInvariant();
        if (key.Length > 1 && key[0] is 'Y' && char.IsAsciiDigit(key[1]))
        {
            key = key[1..];
        }

        return All.Contains(key) ? key : null;
    }

    public static string InWords(string year) => year switch
    {
        "R" => "Reception",
        "X" => "No year group",
        "N1" or "N2" => $"Nursery {year[1]}",
        "E1" or "E2" => $"Early years {year[1]}",
        _ => $"Year {year}"
    };
}
