using Kept.Domain;
using Kept.Domain.Pupils;

namespace Kept.Web.Imports;

internal static class SenNeedCells
{
    /// <summary>"SEMH", "SpLD - Specific Learning Difficulty", or several with a semicolon, comma or slash between.</summary>
    public static IEnumerable<string> Read(string? cell, Action<string> unknown)
    {
        if (Text.Tidy(cell) is not { } text || Text.Key(text) is "none" or "n a")
        {
            yield break;
        }

        // A label may hold a comma itself ("Social, emotional and mental health"), so the whole is tried first.
        var parts = SenNeeds.Read(text) is null || text.Contains(';', StringComparison.Ordinal)
            ? text.Split([';', ',', '/', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [text];
        foreach (var part in parts)
        {
            if (SenNeeds.Read(part) is { } code)
            {
                yield return code;
            }
            else
            {
                unknown(part);
            }
        }
    }
}
