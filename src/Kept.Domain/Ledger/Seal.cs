using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Ledger;

/// <summary>
/// What a day's checkpoint covers: the checkpoint before it, its number and day, and how far every chain that grew since had
/// come. Heads are taken in the order of school and chain, so that whoever holds the same rows finds the same hash.
/// </summary>
public sealed class Seal : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Seal(ReadOnlySpan<byte> before, long number, LocalDate madeOn)
    {
        hash.AppendData("kept-checkpoint-1\n"u8);
        hash.AppendData(before);
        AppendNumber(number);
        hash.AppendData(Encoding.UTF8.GetBytes(LocalDatePattern.Iso.Format(madeOn) + "\n"));
    }

    public void Cover(Guid school, Guid chain, long number, ReadOnlySpan<byte> head)
    {
        hash.AppendData(school.ToByteArray(bigEndian: true));
        hash.AppendData(chain.ToByteArray(bigEndian: true));
        AppendNumber(number);
        hash.AppendData(head);
    }

    public byte[] Close() => hash.GetHashAndReset();

    public void Dispose() => hash.Dispose();

    /// <summary>As people can read it out and write it down: "3F2A 91C0 …", the first sixteen characters.</summary>
    public static string InWords(ReadOnlySpan<byte> hash)
    {
        var words = Convert.ToHexString(hash[..8]);
        return string.Create(CultureInfo.InvariantCulture, $"{words[..4]} {words[4..8]} {words[8..12]} {words[12..]}");
    }

    private void AppendNumber(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
