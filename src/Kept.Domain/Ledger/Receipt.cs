using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using Kept.Domain.Schools;

namespace Kept.Domain.Ledger;

/// <summary>
/// What a parent keeps of an agreement: where in the ledger it stands, and a hash that no other event has. It names nobody, and says nothing to
/// who does not hold the ledger. Nothing of it is kept on our side.
/// </summary>
/// <param name="School">The first half of the school's id.</param>
/// <param name="Chain">The first half of the pupil's.</param>
/// <param name="Number">The event in which the agreement got its present words.</param>
/// <param name="Row">Which of that event's rows is the agreement.</param>
/// <param name="Proof">Follows from that event's hash and the row.</param>
public sealed record Receipt(ulong School, ulong Chain, long Number, int Row, UInt128 Proof)
{
    /// <summary>How many letters and digits it has, its check included.</summary>
    public const int Length = DataLength + 2;

    private const int Bytes = 36;
    private const int DataLength = 58;
    private const int BitsOfALetter = 5;
    private const int BitsOfARow = 10;
    private const int BitsOfANumber = 22;

    /// <summary>A prime that two letters can hold, larger than any place times any slip is without a remainder.</summary>
    private const int Check = 1021;

    /// <summary>"0CDR-…": fifteen groups of four.</summary>
    public string Code
    {
        get
        {
            Span<byte> bytes = stackalloc byte[Bytes];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, School);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Chain);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], ((uint)Number << BitsOfARow) | (uint)Row);
            BinaryPrimitives.WriteUInt128BigEndian(bytes[20..], Proof);
            var rest = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
            var letters = new char[DataLength];
            for (var i = DataLength - 1; i >= 0; i--)
            {
                letters[i] = TypedLetters.All[(int)(rest & 31)];
                rest >>= BitsOfALetter;
            }

            return TypedLetters.InGroups(new string(letters) + CheckOf(letters));
        }
    }

    /// <summary>The ids that begin as the school's does.</summary>
    public (Id<School> From, Id<School> To) Schools => (new(Beginning(School, 0)), new(Beginning(School, 0xFF)));

    /// <summary>The ids that begin as the pupil's does.</summary>
    public (Guid From, Guid To) Chains => (Beginning(Chain, 0), Beginning(Chain, 0xFF));

    /// <summary>Null for an event so far along, or so large, that a code does not hold it.</summary>
    public static Receipt? For(Id<School> school, Guid chain, long number, int row, ReadOnlySpan<byte> hash) =>
        number is > 0 and < 1L << BitsOfANumber && row is >= 0 and < 1 << BitsOfARow
            ? new Receipt(Half(school.Value), Half(chain), number, row, ProofOf(hash, row))
            : null;

    /// <summary>The receipt with this code, however it was typed. Null for a code with a slip in it.</summary>
    public static Receipt? Read(string? typed)
    {
        if (TypedLetters.Read(typed, Length) is not { } code || code[DataLength..] != CheckOf(code.AsSpan(0, DataLength)))
        {
            return null;
        }

        var whole = code[..DataLength].Aggregate(BigInteger.Zero, (sum, letter) => (sum << BitsOfALetter) | TypedLetters.All.IndexOf(letter, StringComparison.Ordinal));
        Span<byte> bytes = stackalloc byte[Bytes];
        var length = whole.GetByteCount(isUnsigned: true);
        if (length > Bytes || !whole.TryWriteBytes(bytes[(Bytes - length)..], out _, isUnsigned: true, isBigEndian: true))
        {
            // The two bits above are for a later kind of receipt.
            return null;
        }

        var place = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        return new Receipt(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            place >> BitsOfARow,
            (int)(place & ((1 << BitsOfARow) - 1)),
            BinaryPrimitives.ReadUInt128BigEndian(bytes[20..]));
    }

    /// <summary>Whether the event with this hash is the one that it was given for.</summary>
    public bool IsOf(ReadOnlySpan<byte> hash) => ProofOf(hash, Row) == Proof;

    /// <summary>
    /// Over the row as well, and not the event's hash itself: who holds a receipt cannot make the code of the next row, to ask whether there is one.
    /// </summary>
    private static UInt128 ProofOf(ReadOnlySpan<byte> hash, int row)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, row);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData("kept-receipt-1\n"u8);
        sum.AppendData(hash);
        sum.AppendData(number);
        return BinaryPrimitives.ReadUInt128BigEndian(sum.GetHashAndReset());
    }

    private static string CheckOf(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            sum += (i + 1) * TypedLetters.All.IndexOf(letters[i], StringComparison.Ordinal);
        }

        var (high, low) = Math.DivRem(sum % Check, TypedLetters.All.Length);
        return $"{TypedLetters.All[high]}{TypedLetters.All[low]}";
    }

    private static ulong Half(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private static Guid Beginning(ulong half, byte rest)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Fill(rest);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, half);
        return new Guid(bytes, bigEndian: true);
    }
}
