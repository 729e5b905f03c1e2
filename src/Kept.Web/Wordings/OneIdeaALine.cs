using System.Text;

namespace Kept.Web.Wordings;

/// <summary>For easy read: each sentence stands in a line by itself, in whichever script. Not a letter is changed; only the space between two sentences becomes a new line.</summary>
public static class OneIdeaALine
{
    public const char NewLine = '\n';

    private const string Ends = ".!?؟۔।";
    private const string EndsWithoutASpace = "。！？";

    /// <summary>What may close after the end of a sentence and still belongs to it.</summary>
    private const string Closers = "”’»)]\"'』」\u2069";

    private const string Openers = "“‘«¿¡([{\"'「『\u2068";

    /// <summary>After so few letters a full stop may stand for a word that was cut short: “Mrs. Khan”, “ul. Długa”.</summary>
    private const int LongestCutShort = 4;

    /// <summary>A message of Kept’s own, before its places are filled: what is filled in is never cut.</summary>
    public static string In(string message) => Cut(message, (_, _) => true);

    /// <summary>What a person wrote. Where a full stop may end a short form and not a sentence, the line goes on: a sentence too long is better than a name in two.</summary>
    public static string InWordsOf(string text) => Cut(text, IsSurelyTheEnd);

    public static IReadOnlyList<string> Of(string message) => In(message).Split(NewLine);

    private static string Cut(string text, Func<string, int, bool> isSure)
    {
        var lines = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            lines.Append(text[at]);
            if (!Ends.Contains(text[at]) && !EndsWithoutASpace.Contains(text[at]))
            {
                continue;
            }

            var needsASpace = Ends.Contains(text[at]);
            var end = at;
            while (at + 1 < text.Length && Closers.Contains(text[at + 1]))
            {
                lines.Append(text[++at]);
            }

            var next = at + 1;
            while (next < text.Length && text[next] is ' ' or '\u00a0')
            {
                next++;
            }

            if (next < text.Length && (next > at + 1 || !needsASpace) && BeginsASentence(text[next]) && isSure(text, end))
            {
                lines.Append(NewLine);
                at = next - 1;
            }
        }

        return lines.ToString().Trim();
    }

    /// <summary>Not before a number or a small letter: “such as 27 3 2016”, “«¿Cómo?» dijo”.</summary>
    private static bool BeginsASentence(char next) => Openers.Contains(next) || char.IsUpper(next) || (char.IsLetter(next) && !char.IsLower(next));

    private static bool IsSurelyTheEnd(string text, int end)
    {
        if (text[end] is not '.')
        {
            return true;
        }

        var begin = end;
        while (begin > 0 && !char.IsWhiteSpace(text[begin - 1]))
        {
            begin--;
        }

        var word = text[begin..end];
        return word.Length > LongestCutShort || (word.Length > 0 && !word.Contains('.', StringComparison.Ordinal) && IsAWord(word));
    }

    /// <summary>Of short words, those that stand for themselves: small letters with a vowel among them, or a number.</summary>
    private static bool IsAWord(string word) =>
        word.Length > 1 && (word.All(char.IsDigit) || (word.All(char.IsLower) && word.Any(c => "aeiouyąęó".Contains(c)) && !CutShort.Contains(word)));

    private static readonly HashSet<string> CutShort = new(StringComparer.Ordinal) { "etc", "ca", "no", "al", "im", "ul", "tel", "approx", "incl", "max", "min", "art", "av", "ave", "ext", "esp", "ud", "uds" };
}
