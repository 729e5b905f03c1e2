using System.Globalization;

namespace Kept.Web.Translating;

/// <summary>Our tags (BCP 47) as engines write them.</summary>
internal static class LanguageCodes
{
    /// <summary>Where a script is the language: who reads one does not read the other, and an engine that does not say which makes the one most written.</summary>
    private static readonly Dictionary<string, string> UsualScript = new(StringComparer.OrdinalIgnoreCase) { ["zh"] = "Hans", ["pa"] = "Guru" };

    /// <summary>"ur" is "urd"; "pt-BR" is "por_BR", else "por". A tag of three letters is its own.</summary>
    public static IEnumerable<string> Iso3(string tag)
    {
        var parts = tag.Split('-');
        if (IsOfAnotherScript(parts))
        {
            yield break;
        }

        var three = parts[0].Length == 3 ? parts[0].ToLowerInvariant() : ThreeLetters(parts[0]);
        if (three is null)
        {
            yield break;
        }

        if (parts.Length > 1 && parts[^1].Length == 2)
        {
            yield return $"{three}_{parts[^1].ToUpperInvariant()}";
        }

        yield return three;
    }

    /// <summary>The tag itself, then without its region, then the language alone unless that would be another script.</summary>
    public static IEnumerable<string> Bcp47(string tag)
    {
        yield return tag;
        var parts = tag.Split('-');
        if (parts.Length > 2)
        {
            yield return $"{parts[0]}-{parts[1]}";
        }

        if (parts.Length > 1 && !IsOfAnotherScript(parts))
        {
            yield return parts[0];
        }

        if (parts.Length == 1 && UsualScript.TryGetValue(tag, out var script))
        {
            yield return $"{tag}-{script}";
        }
    }

    private static bool IsOfAnotherScript(string[] parts) =>
        parts.Length > 1 && parts[1].Length == 4 && (!UsualScript.TryGetValue(parts[0], out var usual) || !usual.Equals(parts[1], StringComparison.OrdinalIgnoreCase));

    private static string? ThreeLetters(string two)
    {
        try
        {
            return CultureInfo.GetCultureInfo(two).ThreeLetterISOLanguageName is { Length: 3 } three ? three : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
