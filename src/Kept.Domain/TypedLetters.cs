using System.Globalization;
using System.Text;

namespace Kept.Domain;

/// <summary>
/// The 32 letters and digits of every code that people type from paper. Without I, L, O and U, which are taken for digits or for each other
/// (Crockford's base 32).
/// </summary>
public static class TypedLetters
{
    public const string All = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int GroupLength = 4;

    /// <summary>"7GQ2-MX4D-0RTA-K9PW".</summary>
    public static string InGroups(string code) => string.Join('-', code.Chunk(GroupLength).Select(four => new string(four)));

    /// <summary>A code however it was typed: small, with spaces, O for 0, in the digits of another script. Null for what is none of this length.</summary>
    public static string? Read(string? typed, int length)
    {
        if (typed is null || typed.Length > 4 * length)
        {
            return null;
        }

        var code = new StringBuilder(length);
        foreach (var c in typed.ToUpperInvariant().Where(char.IsLetterOrDigit))
        {
            code.Append(c switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                _ when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
                _ => c
            });
        }

        var read = code.ToString();
        return read.Length == length && read.All(All.Contains) ? read : null;
    }
}
