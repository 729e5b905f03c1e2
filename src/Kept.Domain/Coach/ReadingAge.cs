using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>How old a reader needs to be: the Flesch-Kincaid grade of an English text, plus the five years before grade one.</summary>
internal static partial class ReadingAge
{
    /// <summary>Fewer words than these say nothing about how hard a text is.</summary>
    private const int FewestWords = 5;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static double? Of(string text)
    {
        var plain = LineText.Plain(text);
        var words = Word().Matches(plain);
        if (words.Count < FewestWords)
        {
            return null;
        }

        var sentences = Math.Max(1, Sentence().Count(plain));
        var syllables = words.Sum(w => Syllables(w.Value));
        var grade = (0.39 * words.Count / sentences) + (11.8 * syllables / words.Count) - 15.59;
        return Math.Round(Math.Clamp(grade + 5, 5, 25), 1);
    }

    private static int Syllables(string word)
    {
        var vowels = Vowels().Count(word);
        var silent = word.EndsWith('e') && !word.EndsWith("le", StringComparison.OrdinalIgnoreCase) && vowels > 1 ? 1 : 0;
        return Math.Max(1, vowels - silent);
    }

    [GeneratedRegex(@"\p{L}+(?:'\p{L}+)?", Options, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?]+(?=\s|$)|\p{L}\s*$", Options, 5000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[aeiouy]+", Options, 5000)]
    private static partial Regex Vowels();
}
