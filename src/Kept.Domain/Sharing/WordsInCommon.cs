namespace Kept.Domain.Sharing;

/// <summary>Whether a text carries words of another: so many in a row, however they are written.</summary>
public static class WordsInCommon
{
    /// <summary>Fewer in a row two people write by chance: "he has been late every day".</summary>
    public const int Run = 7;

    private const int ShortestPlace = 4;

    /// <summary>The first run of words of one text that stands in another, as it is written there; null where there is none.</summary>
    /// <param name="text">Where they must not stand.</param>
    /// <param name="own">Whose they are.</param>
    public static string? First(string text, string own) => First(Words(text), own);

    /// <summary>The same for many of one person, the text read once.</summary>
    public static string? First(string text, IEnumerable<string> own)
    {
        var shared = Words(text);
        return own.Select(words => First(shared, words)).FirstOrDefault(run => run is not null);
    }

    private static string? First(IReadOnlyList<(string Written, string Key)> shared, string own)
    {
        var words = Words(own);
        if (words.Count < Run || shared.Count < Run)
        {
            return null;
        }

        var runs = Runs(words).ToHashSet(StringComparer.Ordinal);
        var at = 0;
        foreach (var run in Runs(shared))
        {
            if (runs.Contains(run))
            {
                return string.Join(' ', shared.Skip(at).Take(Run).Select(w => w.Written));
            }

            at++;
        }

        return null;
    }

    /// <summary>Whether a place, a number or an address stands in a text, however it is spaced and punctuated.</summary>
    public static bool Names(string text, string place)
    {
        var wanted = Close(place);
        return wanted.Length >= ShortestPlace && Close(text).Contains(wanted, StringComparison.Ordinal);
    }

    private static string Close(string words) => Text.Key(words).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Runs(IReadOnlyList<(string Written, string Key)> words)
    {
        for (var at = 0; at + Run <= words.Count; at++)
        {
            yield return string.Join(' ', Enumerable.Range(at, Run).Select(i => words[i].Key));
        }
    }

    private static List<(string Written, string Key)> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (Written: word, Key: Text.Key(word))).Where(both => both.Key.Length > 0)];
}
