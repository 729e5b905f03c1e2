using System.Text.RegularExpressions;
using Kept.Domain.Coach;

namespace Kept.Domain.Translating;

/// <summary>
/// Says the letters that schools write ("IEP") in the words they stand for, before a text is translated: an engine that has never heard of them makes a name or
/// nonsense of them.
/// </summary>
public static partial class PlainEnglish
{
    private const string Plan = " plan";

    /// <summary>"HI, Leo" is a greeting.</summary>
    private static readonly HashSet<string> AlsoGreetings = ["HI"];

    private static readonly Dictionary<string, string> Words = All().DistinctBy(pair => pair.Letters).ToDictionary(pair => pair.Letters, pair => pair.Words, StringComparer.Ordinal);

    public static string Of(string text) => Letters().Replace(text, found =>
    {
        // "EHC plan" is a term of its own; in "IEP plan" the letters are.
        var rest = Words.ContainsKey(found.Value) || !found.Value.EndsWith(Plan, StringComparison.Ordinal) ? "" : Plan;
        var written = found.Value[..^rest.Length];
        var (letters, plural) = Words.ContainsKey(written) || !written.EndsWith('s') ? (written, "") : (written[..^1], "s");
        return !Words.TryGetValue(letters, out var words) || (AlsoGreetings.Contains(letters) && IsAGreeting(text, found)) ? found.Value
            : IsExplained(text, found, words) ? ""
            : Fitting(text, found.Index, words + plural) + rest;
    }).Replace(" ()", "", StringComparison.Ordinal);

    private static IEnumerable<(string Letters, string Words)> All()
    {
        foreach (var term in PlainWords.All.Where(term => term.IsAbbreviation))
        {
            var expansions = term.Expansion.Split(" / ");
            foreach (var spelling in term.Spellings)
            {
                // "LSA / TA" stand for two things, "SEN / SEND" for one.
                var own = Array.Find(expansions, e => Initials(e).Equals(spelling, StringComparison.OrdinalIgnoreCase)) ?? expansions[0];
                yield return (spelling, Lower(Brackets().Replace(own, "")));
            }
        }

        foreach (var (letters, words) in Jargon.CommonInSchools)
        {
            yield return (letters, words);
        }
    }

    private static string Initials(string words) => string.Concat(words.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));

    private static string Lower(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    /// <summary>At the beginning of a sentence as sentences begin.</summary>
    private static string Fitting(string text, int at, string words)
    {
        var before = text[..at].TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n' ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }

    /// <summary>"educational psychologist (EP)".</summary>
    private static bool IsExplained(string text, Match found, string words) =>
        text[..found.Index].EndsWith($"{words} (", StringComparison.OrdinalIgnoreCase) && text.AsSpan(found.Index + found.Length).StartsWith(")");

    private static bool IsAGreeting(string text, Match found) => text.AsSpan(0, found.Index).IsWhiteSpace();

    [GeneratedRegex(@"(?<![\p{L}\p{N}@./-])[A-Z][A-Za-z]{1,7}(?: plan)?(?![\p{L}\p{N}@/-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@" ?\([^)]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();
}
