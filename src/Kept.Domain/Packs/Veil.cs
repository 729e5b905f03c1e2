using System.Text.RegularExpressions;

namespace Kept.Domain.Packs;

/// <summary>
/// Takes names, numbers and addresses out of people’s own words, where a pack’s reader shall not have them: what somebody typed into a
/// line is not caught by leaving out a column.
/// </summary>
public sealed class Veil
{
    private const string Between = @"[\s().-]*";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> instead = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? hidden;

    /// <param name="names">What is hidden, and what stands in its place. The longest of those that fit is taken.</param>
    /// <param name="numbers">Telephone numbers, however they are spaced.</param>
    public Veil(IEnumerable<(string Hidden, string Instead)> names, IEnumerable<string> numbers)
    {
        List<string> patterns = [];
        foreach (var (name, shown) in names.Where(n => n.Hidden.Length > 1).OrderByDescending(n => n.Hidden.Length))
        {
            if (instead.TryAdd(name, shown))
            {
                patterns.Add($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}])");
            }
        }

        patterns.AddRange(numbers.Select(DigitsOf).Where(digits => digits.Length >= 7).Distinct()
            .Select(digits => $@"(?<!\d)(?:(?:\+|00)?44{Between}(?:0{Between})?|0{Between})?{string.Join(Between, digits.AsEnumerable())}(?!\d)"));
        hidden = patterns.Count == 0 ? null : new Regex(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest);
    }

    public static Veil None { get; } = new([], []);

    public string Over(string text) =>
        hidden is null ? text : hidden.Replace(text, found => instead.GetValueOrDefault(found.Value, "[number not shown]"));

    public string? OverAny(string? text) => text is null ? null : Over(text);

    /// <summary>Without what stands before it at home (0) or from abroad (+44).</summary>
    private static string DigitsOf(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return (digits.StartsWith("44", StringComparison.Ordinal) ? digits[2..] : digits).TrimStart('0');
    }
}
