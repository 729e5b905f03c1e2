using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Ledger;

/// <summary>
/// One link of a chain. The link covers a salted digest of the content and not the content itself, so that content which the
/// law says must go can go, salt and all, and the chain still proves everything else.
/// </summary>
/// <param name="Chain">The pupil's id, or the school's for what concerns no pupil.</param>
/// <param name="Number">1 for the first link.</param>
/// <param name="Before">The hash of the link before; 32 zero bytes for the first.</param>
public sealed record Link(Guid Chain, long Number, Instant At, Guid Actor, string Kind, ReadOnlyMemory<byte> ContentDigest, ReadOnlyMemory<byte> Before)
{
    public const int HashLength = 32;

    public static byte[] Start { get; } = new byte[HashLength];

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(HashLength);

    /// <summary>What a link says about its content. Without the salt, a short content could be found by trying them all.</summary>
    public static byte[] Digest(ReadOnlySpan<byte> salt, string content) =>
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(content));

    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, Number);
        hash.AppendData("kept-link-1\n"u8);
        hash.AppendData(Before.Span);
        hash.AppendData(Chain.ToByteArray(bigEndian: true));
        hash.AppendData(number);
        hash.AppendData(Encoding.UTF8.GetBytes(InstantPattern.ExtendedIso.Format(At) + "\n"));
        hash.AppendData(Actor.ToByteArray(bigEndian: true));
        hash.AppendData(Encoding.UTF8.GetBytes(Kind + "\n"));
        hash.AppendData(ContentDigest.Span);
        return hash.GetHashAndReset();
    }
}
