using System.Security.Cryptography;
using System.Text;
using Kept.Store.Accounts;

namespace Kept.Store.Families;

/// <summary>
/// The secret of a carer's letter: sixteen letters and digits (80 bits), to be typed by who has no camera. Without I, L, O and U, which are taken
/// for digits or for each other (Crockford's base 32).
/// </summary>
internal static class LetterCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int GroupLength = 4;

    /// <summary>"7GQ2-MX4D-0RTA-K9PW".</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(GroupLength).Select(four => new string(four)));

    /// <summary>What is kept of a code, however it was typed; null for what is none.</summary>
    public static byte[]? Hash(string? typed)
    {
        if (typed is not { Length: <= 4 * Length })
        {
            return null;
        }

        var code = new StringBuilder(Length);
        foreach (var c in typed.ToUpperInvariant().Where(char.IsLetterOrDigit))
        {
            code.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }

        return code.Length == Length && code.ToString().All(Letters.Contains) ? Secret.Hash(Encoding.ASCII.GetBytes(code.ToString())) : null;
    }
}
