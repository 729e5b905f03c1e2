namespace Kept.Domain.Search;

/// <summary>
/// Runs of three letters, by which an index finds names that may be meant: " le", "leo", "eo ". A mistake in a long name leaves
/// most of its runs as they were; in a short one it can leave none, so there the likely mistakes are tried.
/// </summary>
public static class NameGrams
{
    private const int Length = 3;
    private const int Short = 4;
    private const string Vowels = "aeiouy";

    /// <summary>Those of a name or number, as <see cref="Text.Key"/> gives it.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var padded = $" {word} ";
        return Enumerable.Range(0, padded.Length - Length + 1).Select(at => padded.Substring(at, Length));
    }

    /// <summary>Those that a name which was meant by these words may have.</summary>
    public static IReadOnlyList<string> ToLookFor(SearchWords words) =>
        [.. words.All.Where(word => word.Length > 1).SelectMany(OfMeant).Distinct()];

    private static IEnumerable<string> OfMeant(string word) => word switch
    {
        // A number, or the part of one: exact, and its ends may be anywhere.
        _ when word.Any(char.IsAsciiDigit) => Of(word).Where(gram => word.Length <= Length || !gram.Contains(' ', StringComparison.Ordinal)),
        { Length: <= Short } => Variants(word).SelectMany(Beginning),
        _ => Of(word)
    };

    /// <summary>A short word may be the beginning of a longer one: its end is left open.</summary>
    private static IEnumerable<string> Beginning(string word) => Of(word).Take(Math.Max(1, word.Length - 1));

    private static IEnumerable<string> Variants(string word)
    {
        yield return word;
        for (var at = 0; word.Length >= Length && at < word.Length; at++)
        {
            if (at > 0)
            {
                yield return word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..];
            }

            foreach (var vowel in Vowels.Contains(word[at], StringComparison.Ordinal) ? Vowels : "")
            {
                yield return word[..at] + vowel + word[(at + 1)..];
            }
        }
    }
}
