using System.Globalization;

namespace Kept.Domain.Pupils;

/// <summary>National curriculum year groups as the census codes them.</summary>
public static class YearGroups
{
    /// <summary>What schools write before the year, the longer first.</summary>
    private static readonly (string Written, string Code)[] Prefixes =
        [("nc year", ""), ("year group", ""), ("year", ""), ("yr", ""), ("y", ""), ("nursery", "N"), ("early years", "E")];

    public static IReadOnlyList<string> All { get; } =
        ["E1", "E2", "N1", "N2", "R", .. Enumerable.Range(1, 14).Select(y => y.ToString(CultureInfo.InvariantCulture)), "X"];

    /// <summary>Reads "5", "05", "Year 5", "Yr5", "Y5", "Reception", "Nursery 2"; null when it is no year group.</summary>
    public static string? Read(string? text)
    {
        var key = Text.Key(text ?? "");
        foreach (var (prefix, code) in Prefixes)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal) && key.Length > prefix.Length)
            {
                key = code + key[prefix.Length..].TrimStart();
                break;
            }
        }

        key = key is "reception" or "rec" ? "R" : key.ToUpperInvariant();
        if (key.Length > 0 && key.All(char.IsAsciiDigit))
        {
            key = key.TrimStart('0') is { Length: > 0 } year ? year : "R";
        }

        return All.Contains(key) ? key : null;
    }

    /// <summary>The one that follows; null after Year 14. Who follows no year group stays so.</summary>
    public static string? After(string year) => year switch
    {
        "X" => "X",
        "14" => null,
        _ => All[All.ToList().IndexOf(year) + 1]
    };

    public static string InWords(string year) => year switch
    {
        "R" => "Reception",
        "X" => "No year group",
        "N1" or "N2" => $"Nursery {year[1]}",
        "E1" or "E2" => $"Early years {year[1]}",
        _ => $"Year {year}"
    };
}
