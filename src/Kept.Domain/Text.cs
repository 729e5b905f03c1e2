using System.Globalization;
using System.Text;

namespace Kept.Domain;

/// <summary>How typed words are tidied and compared, the same on every database.</summary>
public static class Text
{
    /// <summary>Trimmed, with inner runs of white space made one space; null when nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        typed = WithoutNull(typed);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        return string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>As <see cref="Tidy"/>, but keeps the line breaks of a longer note.</summary>
    public static string? TidyLines(string? typed)
    {
        typed = WithoutNull(typed);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var lines = typed.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).Trim();
    }

    /// <summary>No keyboard types it and PostgreSQL keeps none: what somebody with a tool sends must not cost the rest.</summary>
    private static string? WithoutNull(string? typed) => typed?.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>"L.B." of "Leo" and "Bennett": for where a name does not belong.</summary>
    public static string Initials(params IEnumerable<string> names) =>
        string.Concat(names.Where(name => name.Length > 0).Select(name => StringInfo.GetNextTextElement(name) + "."));

    /// <summary>For comparing and sorting names: no accents, no case, no punctuation. "O’Brien-Ávila" is "obrien avila".</summary>
    public static string Key(string words)
    {
        var key = new StringBuilder(words.Length);
        foreach (var c in words.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’')
            {
                continue;
            }

            key.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return Tidy(key.ToString()) ?? "";
    }
}
