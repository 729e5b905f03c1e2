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
    public static string? First(string text, string own)
    {
        var words = Words(own).ToList();
        if (words.Count < Run)
        {
            return null;
        }

        HashSet<string> runs = [.. Enumerable.Range(0, words.Count - Run + 1).Select(at => RunAt(words.ConvertAll(w => w.Key), at))];
        var shared = Words(text).ToList();
        var keys = shared.ConvertAll(w => w.Key);
        var found = Enumerable.Range(0, Math.Max(0, shared.Count - Run + 1)).Cast<int?>().FirstOrDefault(at => runs.Contains(RunAt(keys, at!.Value)));
        return found is { } first ? string.Join(' ', shared.Skip(first).Take(Run).Select(w => w.Written)) : null;
    }

    /// <summary>Whether a place, a number or an address stands in a text, however it is spaced and punctuated.</summary>
    public static bool Names(string text, string place)
    {
        var wanted = Close(place);
        return wanted.Length >= ShortestPlace && Close(text).Contains(wanted, StringComparison.Ordinal);
    }

    private static string Close(string words) => Text.Key(words).Replace(" ", "", StringComparison.Ordinal);

    private static string RunAt(List<string> keys, int at) => string.Join(' ', keys.Skip(at).Take(Run));

    private static IEnumerable<(string Written, string Key)> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, Text.Key(word))).Where(both => both.Item2.Length > 0);
}
