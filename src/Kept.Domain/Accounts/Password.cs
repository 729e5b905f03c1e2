using System.Buffers;
using System.Text;

namespace Kept.Domain.Accounts;

/// <summary>
/// What makes a password good enough: long, and not one that guessers try first. No rule about symbols or capitals, which make
/// passwords harder to remember and no harder to guess.
/// </summary>
public static class Password
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    private const int FewestDifferentCharacters = 5;

    private static readonly SearchValues<char> Decoration = SearchValues.Create("0123456789!?.,@#$%&*_- ");

    /// <param name="typed">The password.</param>
    /// <param name="about">What anybody knows of its owner: name, email, school.</param>
    /// <returns>Null when it is good enough.</returns>
    public static Refusal? Check(string? typed, params IEnumerable<string?> about)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return new Refusal("Enter a password", nameof(Password));
        }

        if (typed.Length is < MinLength or > MaxLength)
        {
            var length = typed.Length < MinLength ? $"{MinLength} characters or more" : $"{MaxLength} characters or fewer";
            return new Refusal($"The password must be {length}. Three words that do not belong together are easy to remember", nameof(Password));
        }

        if (IsCommon(typed))
        {
            return new Refusal("This password is among the first that are guessed. Try three words that do not belong together", nameof(Password));
        }

        return IsAbout(typed, about)
            ? new Refusal("The password must be more than your name, your email address or your school", nameof(Password))
            : null;
    }

    private static bool IsCommon(string typed)
    {
        var plain = Plain(typed);
        return plain.Distinct().Count() < FewestDifferentCharacters
            || IsWholly(plain, Runs(plain))
            || IsWholly(plain, CommonWords.All)
            || IsWholly(Plain(WithoutEnds(typed)), CommonWords.All);
    }

    private static bool IsAbout(string typed, IEnumerable<string?> about)
    {
        var known = about.OfType<string>()
            .SelectMany(words => words.Split([' ', '@', '.', '-', '_', '’', '\''], StringSplitOptions.RemoveEmptyEntries))
            .Select(Plain)
            .Where(word => word.Length > 2)
            .ToHashSet();
        return known.Count > 0 && IsWholly(Plain(WithoutEnds(typed)), [.. known, .. CommonWords.All]);
    }

    /// <summary>Lower case, the usual letters-as-numbers undone, and nothing but letters and digits left.</summary>
    private static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed.ToLowerInvariant())
        {
            var letter = c switch { '@' => 'a', '$' => 's', '!' => 'i', '0' => 'o', '1' => 'i', '3' => 'e', '5' => 's', '7' => 't', _ => c };
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    /// <summary>"Password2026!!" is "Password" with what people add to please a form.</summary>
    private static string WithoutEnds(string typed)
    {
        var first = typed.AsSpan().IndexOfAnyExcept(Decoration);
        var last = typed.AsSpan().LastIndexOfAnyExcept(Decoration);
        return first < 0 ? "" : typed[first..(last + 1)];
    }

    /// <summary>Rows of a keyboard, the alphabet and counting, forwards and back, as far as they go in this password.</summary>
    private static IEnumerable<string> Runs(string plain)
    {
        foreach (var row in CommonWords.Rows.Select(Plain).SelectMany(row => (string[])[row, string.Concat(row.Reverse())]))
        {
            for (var at = 0; at + 3 <= row.Length; at++)
            {
                for (var length = 3; at + length <= row.Length; length++)
                {
                    if (plain.Contains(row.Substring(at, length), StringComparison.Ordinal))
                    {
                        yield return row.Substring(at, length);
                    }
                }
            }
        }
    }

    /// <summary>Nothing is left of it once these words are taken out, but for a few characters.</summary>
    private static bool IsWholly(string plain, IEnumerable<string> words)
    {
        const int few = 2;
        var left = words.OrderByDescending(word => word.Length).Aggregate(plain, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return left.Length <= few;
    }
}
