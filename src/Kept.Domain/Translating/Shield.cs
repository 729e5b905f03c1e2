using System.Globalization;
using System.Text.RegularExpressions;

namespace Kept.Domain.Translating;

/// <summary>
/// Keeps from an engine what must come back as it was: names, dates, times, numbers, addresses. The engine gets a mark in the place of each; an answer in
/// which a mark is lost or doubled is not used.
/// </summary>
public sealed partial class Shield
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly List<Part> parts;

    private Shield(List<Part> parts) => this.parts = parts;

    /// <summary>What may go to an engine.</summary>
    public string Covered
    {
        get
        {
            var number = 0;
            return string.Concat(parts.Select(part => part.IsKept ? Mark(number++) : part.Words));
        }
    }

    /// <summary>Whether there is a word in it that an engine could translate.</summary>
    public bool HasWords => parts.Exists(part => !part.IsKept && part.Words.Any(char.IsLetter));

    /// <summary>The text in its pieces: what is kept, and the words between. For where an engine loses the marks.</summary>
    public IReadOnlyList<Part> Parts => parts;

    /// <param name="line">One line of what somebody wrote.</param>
    /// <param name="names">Of the people who may be in it. Nobody else’s name is known.</param>
    public static Shield Over(string line, IEnumerable<string> names)
    {
        var named = names.Where(name => name.Length > 1).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)
            .Where(name => line.Contains(name, StringComparison.Ordinal)).Select(Regex.Escape).ToList();
        var kept = Taken(Figures(), line, []);
        if (named.Count > 0)
        {
            kept = Taken(new Regex($@"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{string.Join('|', named)})(?![\p{{L}}\p{{M}}\p{{N}}])", RegexOptions.CultureInvariant, Longest), line, kept);
        }

        List<Part> pieces = [];
        var from = 0;
        foreach (var (start, end) in kept.Order())
        {
            Add(pieces, line[from..start], isKept: false);
            Add(pieces, line[start..end], isKept: true);
            from = end;
        }

        Add(pieces, line[from..], isKept: false);
        return new Shield(pieces);
    }

    /// <summary>The engine’s answer with everything that was kept in its place again. Null where a mark is lost, doubled or none of ours.</summary>
    public string? Uncover(string answer)
    {
        var kept = parts.Where(part => part.IsKept).Select(part => part.Words).ToList();
        var seen = new bool[kept.Count];
        var good = true;
        var whole = Marks().Replace(answer, mark =>
        {
            if (!int.TryParse(mark.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= kept.Count || seen[number])
            {
                good = false;
                return "";
            }

            seen[number] = true;
            return kept[number];
        });

        // Half a mark left over would be read as part of a name or a number.
        return good && Array.TrueForAll(seen, s => s) && !Remains().IsMatch(Marks().Replace(answer, " ")) ? whole : null;
    }

    private static List<(int Start, int End)> Taken(Regex what, string line, List<(int Start, int End)> already)
    {
        List<(int, int)> taken = [.. already];
        foreach (Match found in what.Matches(line))
        {
            var (start, end) = (found.Index, found.Index + found.Length);
            if (found.Length > 0 && !already.Exists(a => start < a.End && a.Start < end))
            {
                taken.Add((start, end));
            }
        }

        return taken;
    }

    private static void Add(List<Part> to, string words, bool isKept)
    {
        if (words.Length > 0)
        {
            to.Add(new Part(words, isKept));
        }
    }

    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"QX{number}Z");

    // In this order: what is longer first, so that a date is one thing and not two numbers.
    [GeneratedRegex(
        """
        [^\s@<>()]+@[^\s@<>()]+\.[\p{L}]{2,}                                                        # an email address
        | (?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?]                                              # a web address
        | (?<![\p{L}\p{N}])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?
          \d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?:,?\s+\d{4})?
        | (?<![\p{L}\p{N}])(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\s+\d{1,4}(?:st|nd|rd|th)?\b(?:,?\s+\d{4})?
        | \d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)(?![\p{L}\p{N}])                           # a time
        | [£$€+#]?[\p{L}]{0,6}[-]?\p{Nd}[\p{L}\p{M}\p{N}.,:/%+°–-]*[\p{L}\p{M}\p{N}%°] | [£$€+#]?[\p{L}]{0,6}[-]?\p{Nd}[%°]?   # anything with a figure in it: 5E, 20%, 2/5/2026
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"QX(?<number>\d{1,4})Z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"QX\s*\d|\dZ(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Remains();

    /// <param name="IsKept">Comes back as it is.</param>
    public readonly record struct Part(string Words, bool IsKept);
}
