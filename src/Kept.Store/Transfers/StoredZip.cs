using System.Buffers.Binary;
using System.Text;

namespace Kept.Store.Transfers;

/// <summary>One file of an archive, as its headers tell of it.</summary>
internal readonly record struct StoredFile(string Name, uint Size, uint Crc);

/// <summary>
/// A ZIP archive of uncompressed files in the one way in which a package writes it, byte for byte: the same files always make the same
/// archive, so that it has no room for a changed one, whatever a later library would write. Below 4 GB.
/// </summary>
internal sealed class StoredZip(Stream to)
{
    public const int HeaderLength = 30;
    public const uint HeaderMark = 0x04034b50;

    private const uint DirectoryMark = 0x02014b50;
    private const uint EndMark = 0x06054b50;

    /// <summary>An archive's oldest day, 1 January 1980: when it was made is in the manifest.</summary>
    private const ushort Always = (1 << 5) | 1;

    private readonly List<StoredFile> files = [];

    public async Task AddAsync(StoredFile file, Stream content, CancellationToken cancel)
    {
        files.Add(file);
        await to.WriteAsync(Header(file), cancel);
        await content.CopyToAsync(to, cancel);
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        await to.WriteAsync(Directory(files), cancel);
        await to.FlushAsync(cancel);
    }

    public static byte[] Header(StoredFile file)
    {
        var header = new byte[HeaderLength + file.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, HeaderMark);
        Describe(file, header.AsSpan(4));
        Encoding.ASCII.GetBytes(file.Name, header.AsSpan(HeaderLength));
        return header;
    }

    /// <summary>What stands at the end: every file once more, and where it begins.</summary>
    public static byte[] Directory(IReadOnlyList<StoredFile> files)
    {
        using var all = new MemoryStream();
        uint at = 0;
        foreach (var file in files)
        {
            var line = new byte[46 + file.Name.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(line, DirectoryMark);
            BinaryPrimitives.WriteUInt16LittleEndian(line.AsSpan(4), 10);
            Describe(file, line.AsSpan(6));
            BinaryPrimitives.WriteUInt32LittleEndian(line.AsSpan(42), at);
            Encoding.ASCII.GetBytes(file.Name, line.AsSpan(46));
            all.Write(line);
            at += (uint)(HeaderLength + file.Name.Length) + file.Size;
        }

        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndMark);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)files.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)files.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)all.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), at);
        all.Write(end);
        return all.ToArray();
    }

    /// <summary>The 26 bytes that both headers share: version, flags, method (stored), time, day, checksum, sizes, length of the name.</summary>
    private static void Describe(StoredFile file, Span<byte> into)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(into, 10);
        BinaryPrimitives.WriteUInt16LittleEndian(into[8..], Always);
        BinaryPrimitives.WriteUInt32LittleEndian(into[10..], file.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(into[14..], file.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(into[18..], file.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(into[22..], (ushort)file.Name.Length);
    }
}
