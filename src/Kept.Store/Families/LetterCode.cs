using System.Security.Cryptography;
using System.Text;
using Kept.Domain;
using Kept.Store.Accounts;

namespace Kept.Store.Families;

/// <summary>The secret of a carer's letter: sixteen letters and digits (80 bits), to be typed by who has no camera.</summary>
internal static class LetterCode
{
    private const int Length = 16;

    public static string New() => TypedLetters.InGroups(RandomNumberGenerator.GetString(TypedLetters.All, Length));

    /// <summary>What is kept of a code, however it was typed; null for what is none.</summary>
    public static byte[]? Hash(string? typed) => TypedLetters.Read(typed, Length) is { } code ? Secret.Hash(Encoding.ASCII.GetBytes(code)) : null;
}
