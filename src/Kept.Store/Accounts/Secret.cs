using System.Buffers.Text;
using System.Security.Cryptography;

namespace Kept.Store.Accounts;

/// <summary>Thirty-two random bytes in an address. Too many to guess, so a plain hash of them is enough to keep.</summary>
internal static class Secret
{
    private const int Length = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Length);

    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Null when it is no such thing; never an error, whatever somebody types into the address.</summary>
    public static byte[]? Read(string? token) =>
        token is { Length: > 0 and < 200 } && Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : null;

    public static byte[] Hash(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);
}
