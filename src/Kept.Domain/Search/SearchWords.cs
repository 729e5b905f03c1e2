namespace Kept.Domain.Search;

/// <summary>What somebody typed into a search box, as words to look for: no accents, no case, no punctuation.</summary>
public sealed class SearchWords
{
    public const int TypedMaxLength = 200;
    private const int MostWords = 8;
    private const int ShortestUseful = 2;

    private static readonly HashSet<string> Small = ["a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to", "was", "with"];

    private SearchWords(IReadOnlyList<string> all) => All = all;

    /// <summary>In the order typed; the last may be the beginning of a word.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Null when there is nothing worth looking for: nothing, or single letters.</summary>
    public static SearchWords? Read(string? typed)
    {
        var cut = typed?.Length > TypedMaxLength ? typed[..TypedMaxLength] : typed ?? "";
        var words = Text.Key(cut).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords).ToList();
        if (words.Exists(word => !Small.Contains(word)))
        {
            words.RemoveAll(Small.Contains);
        }

        return words.Exists(word => word.Length >= ShortestUseful) ? new SearchWords(words) : null;
    }

    /// <summary>Whether a word of the record is one that was looked for: it begins with it, or differs in its ending alone.</summary>
    public bool Fits(string word)
    {
        var key = Text.Key(word);
        return key.Length > 0 && All.Any(sought => key == sought || (sought.Length > 2 && (key.StartsWith(sought, StringComparison.Ordinal) || ShareAStem(key, sought))));
    }

    /// <summary>"worried" and "worrying": enough for showing, since the database has already found.</summary>
    private static bool ShareAStem(string one, string other)
    {
        var shared = one.AsSpan().CommonPrefixLength(other);
        return shared >= 4 && one.Length - shared <= 3 && other.Length - shared <= 3;
    }
}
