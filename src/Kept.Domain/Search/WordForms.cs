namespace Kept.Domain.Search;

/// <summary>
/// The forms in which an English word is written: "worry", "worries", "worried", "worrying". Worked out from what is looked for, so
/// that the index keeps words as they are and finds the same on every database.
/// </summary>
internal static class WordForms
{
    private const int ShortestBase = 3;

    public static IReadOnlyList<string> Of(string word) =>
        word.All(char.IsAsciiLetter) ? [.. Bases(word).Where(b => b.Length >= ShortestBase).SelectMany(Forms).Prepend(word).Distinct()] : [word];

    private static IEnumerable<string> Bases(string word)
    {
        yield return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
        else if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        {
            yield return word[..^1];
            if (word.EndsWith("es", StringComparison.Ordinal) && Hisses(word[..^2]))
            {
                yield return word[..^2];
            }
        }

        var ending = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (ending > 0 && word.Length - ending >= ShortestBase)
        {
            var stem = word[..^ending];
            yield return stem;
            yield return stem + "e";
            if (stem[^1] == stem[^2])
            {
                yield return stem[..^1];
            }
        }
    }

    private static IEnumerable<string> Forms(string word)
    {
        var last = word[^1];
        if (last is 'y' && !IsVowel(word[^2]))
        {
            return [word, word[..^1] + "ies", word[..^1] + "ied", word + "ing"];
        }

        if (last is 'e')
        {
            return [word, word + "s", word + "d", word[..^1] + "ing"];
        }

        IEnumerable<string> regular = [word, Hisses(word) ? word + "es" : word + "s", word + "ed", word + "ing"];
        return !IsVowel(last) && IsVowel(word[^2]) ? [.. regular, $"{word}{last}ed", $"{word}{last}ing"] : regular;
    }

    /// <summary>After these a plural needs a vowel: "buses", "boxes", "lunches".</summary>
    private static bool Hisses(string word) =>
        word.Length > 0 && (word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
