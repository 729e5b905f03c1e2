namespace Kept.Domain.Search;

/// <summary>What somebody typed into a search box, as words to look for: no accents, no case, no punctuation.</summary>
public sealed class SearchWords
{
    public const int TypedMaxLength = 200;
    private const int MostWords = 8;
    private const int ShortestUseful = 2;

    /// <summary>The indexes keep lists of beginnings of these lengths; a longer one is looked for by its first letters.</summary>
    private const int ShortestBeginning = 3;
    private const int LongestBeginning = 8;

    private static readonly HashSet<string> Small = ["a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to", "was", "with"];

    private SearchWords(IReadOnlyList<string> all)
    {
        All = all;
        Forms = [.. all.Select(WordForms.Of)];
        Beginning = all[^1] is { Length: >= ShortestBeginning } last ? last[..Math.Min(last.Length, LongestBeginning)] : null;
    }

    /// <summary>In the order typed; the last may be the beginning of a word.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Of each word the forms of which one must be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Forms { get; }

    /// <summary>How the last word may begin, in place of one of its forms; null when it is too short to say.</summary>
    public string? Beginning { get; }

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

    /// <summary>Whether a word of the record is one that was looked for: one of its forms, or the last word gone on with.</summary>
    public bool Fits(string word)
    {
        var key = Text.Key(word);
        return key.Length > 0 && (Forms.Any(forms => forms.Contains(key)) || (Beginning is not null && key.StartsWith(Beginning, StringComparison.Ordinal)));
    }
}
