namespace Kept.Domain.Search;

/// <summary>How well a name fits what was typed, spelling mistakes forgiven. 1 is the same; 0 is somebody else.</summary>
public static class NameLikeness
{
    private const double Prefix = 0.95;
    private const double Inside = 0.85;

    private static readonly string[] Endings = ["ie", "ey", "ee", "i"];

    /// <summary>Of every word typed the best place in the name; 0 when one of them is nowhere in it.</summary>
    /// <param name="typed">The words typed, as <see cref="Text.Key"/> gives them.</param>
    /// <param name="name">The words of the name and number, likewise.</param>
    public static double Of(IReadOnlyList<string> typed, IReadOnlyList<string> name)
    {
        var sum = 0.0;
        foreach (var word in typed)
        {
            var best = name.Select(part => OfWord(word, part)).DefaultIfEmpty().Max();
            if (best is 0)
            {
                return 0;
            }

            sum += best;
        }

        return sum / typed.Count;
    }

    private static double OfWord(string typed, string part)
    {
        if (part.Contains(typed, StringComparison.Ordinal))
        {
            var at = part.IndexOf(typed, StringComparison.Ordinal);
            return part.Length == typed.Length ? 1 : at is 0 ? Prefix : typed.Length > 2 ? Inside : 0;
        }

        // A digit is no spelling mistake: another UPN is another child.
        if (typed.Any(char.IsAsciiDigit))
        {
            return 0;
        }

        var allowed = typed.Length switch { < 3 => 0, < 6 => 1, < 10 => 2, _ => 3 };
        var beginning = typed.Length > 4 && part.Length > typed.Length + 1 ? part[..typed.Length] : part;
        var mistakes = Math.Min(Math.Min(Mistakes(typed, part), Mistakes(typed, beginning)), 1 + Mistakes(Sound(typed), Sound(part)));
        return mistakes > allowed ? 0 : 0.8 - (0.6 * mistakes / Math.Max(typed.Length, 1));
    }

    /// <summary>What nobody remembers how to spell: doubled letters, "ph", "ck", and whether it ends in "y", "ie", "ey" or "i".</summary>
    private static string Sound(string word)
    {
        var plain = word.Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal);
        var ending = Endings.FirstOrDefault(e => plain.Length > e.Length + 1 && plain.EndsWith(e, StringComparison.Ordinal));
        var sounded = ending is null ? plain : plain[..^ending.Length] + "y";
        return string.Concat(sounded.Where((letter, at) => at is 0 || sounded[at - 1] != letter));
    }

    /// <summary>Letters left out, added, wrong or swapped with a neighbour: each counts one.</summary>
    private static int Mistakes(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i is 0 || j is 0 ? i + j : Least(rows, one, other, i, j);
            }
        }

        return rows[one.Length, other.Length];
    }

    private static int Least(int[,] rows, string one, string other, int i, int j)
    {
        var same = one[i - 1] == other[j - 1];
        var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (same ? 0 : 1));
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
