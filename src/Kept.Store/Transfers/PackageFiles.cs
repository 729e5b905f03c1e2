using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kept.Store.Transfers;

/// <summary>
/// What lies in a package's archive: the five files of the record, held here, and after them the documents' files, each once and by the
/// hash of its content, which are only read through.
/// </summary>
internal sealed class PackageFiles
{
    public const string Rows = "rows.jsonl";
    public const string People = "people.jsonl";
    public const string Ledger = "ledger.jsonl";
    public const string FilesPrefix = "files/";

    /// <summary>The record without its files; years of a pupil's record are a few of these.</summary>
    private const long MostRecordBytes = 128L * 1024 * 1024;

    private const int LongestName = 100;

    private static readonly string[] Order = [Manifest.FileName, PackageSignature.FileName, Rows, People, Ledger];

    private readonly List<StoredFile> entries = [];

    /// <summary>The five files of the record, by their names.</summary>
    public Dictionary<string, byte[]> Record { get; } = new(StringComparer.Ordinal);

    /// <summary>What each of the documents' files is by its content, by its name in the archive.</summary>
    public Dictionary<string, string> Sha256 { get; } = new(StringComparer.Ordinal);

    /// <summary>What is no package at all, or cannot be read on; null where it was read to the end.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Where the archive first is not what its files make; null where it is.</summary>
    public long? DiffersAt { get; private set; }

    public bool HasItsSeal => Record.ContainsKey(Manifest.FileName) && Record.ContainsKey(PackageSignature.FileName);

    public static string NameOf(string sha256) => FilesPrefix + sha256;

    /// <summary>The record alone, as it is kept for good: the same bytes for the same record.</summary>
    public static async Task<byte[]> WriteRecordAsync(IReadOnlyDictionary<string, byte[]> record, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        var archive = new StoredZip(buffer);
        await AddRecordAsync(archive, record, cancel);
        await archive.EndAsync(cancel);
        return buffer.ToArray();
    }

    public static async Task AddRecordAsync(StoredZip archive, IReadOnlyDictionary<string, byte[]> record, CancellationToken cancel)
    {
        foreach (var name in Order)
        {
            using var content = new MemoryStream(record[name]);
            await archive.AddAsync(new StoredFile(name, (uint)record[name].Length, Crc32.Over(record[name])), content, cancel);
        }
    }

    public static async Task<PackageFiles> ReadAsync(Stream package, CancellationToken cancel)
    {
        var files = new PackageFiles();
        package.Position = 0;
        bool more;
        do
        {
            more = await files.ReadOneAsync(package, cancel);
        }
        while (more);

        if (files.Wrong is null)
        {
            await files.ReadEndAsync(package, cancel);
            files.Wrong = Order.FirstOrDefault(name => !files.Record.ContainsKey(name)) is { } missing ? $"The file is no handover package: there is no {missing} in it" : null;
        }

        return files;
    }

    /// <summary>Reads one file; false where none follows.</summary>
    private async Task<bool> ReadOneAsync(Stream package, CancellationToken cancel)
    {
        var at = package.Position;
        var header = new byte[StoredZip.HeaderLength];
        var read = await package.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancel);
        if (read < header.Length || BinaryPrimitives.ReadUInt32LittleEndian(header) != StoredZip.HeaderMark)
        {
            package.Position = at;
            Wrong = entries.Count == 0 ? "The file is no handover package" : null;
            return false;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(22));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26));
        if (length > LongestName || package.Length - package.Position < length + size)
        {
            return Stop(at);
        }

        var name = new byte[length];
        await package.ReadExactlyAsync(name, cancel);
        if (!Follows(Encoding.Latin1.GetString(name), size))
        {
            return Stop(at);
        }

        var file = await ReadContentAsync(package, Encoding.Latin1.GetString(name), size, cancel);
        entries.Add(file);
        byte[] found = [.. header, .. name];
        Compare(found, StoredZip.Header(file), at);
        return true;
    }

    /// <summary>The record's five in their order, then the documents' files in the order of their names.</summary>
    private bool Follows(string name, uint size) => entries.Count < Order.Length
        ? name == Order[entries.Count] && Record.Values.Sum(r => (long)r.Length) + size <= MostRecordBytes
        : name.StartsWith(FilesPrefix, StringComparison.Ordinal) && (entries.Count == Order.Length || string.CompareOrdinal(name, entries[^1].Name) > 0);

    private async Task<StoredFile> ReadContentAsync(Stream package, string name, uint size, CancellationToken cancel)
    {
        if (entries.Count < Order.Length)
        {
            var content = new byte[size];
            await package.ReadExactlyAsync(content, cancel);
            Record[name] = content;
            return new StoredFile(name, size, Crc32.Over(content));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (crc, left, chunk) = (Crc32.Start, (long)size, new byte[128 * 1024]);
        while (left > 0)
        {
            var part = chunk.AsMemory(0, (int)Math.Min(left, chunk.Length));
            await package.ReadExactlyAsync(part, cancel);
            hash.AppendData(part.Span);
            crc = Crc32.Over(part.Span, crc);
            left -= part.Length;
        }

        Sha256[name] = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new StoredFile(name, size, crc);
    }

    private async Task ReadEndAsync(Stream package, CancellationToken cancel)
    {
        var at = package.Position;
        var shall = StoredZip.Directory(entries);
        var found = new byte[shall.Length + 1];
        var read = await package.ReadAtLeastAsync(found, found.Length, throwOnEndOfStream: false, cancel);
        Compare(found.AsSpan(0, read), shall, at);
    }

    private void Compare(ReadOnlySpan<byte> found, ReadOnlySpan<byte> shall, long at)
    {
        var same = found.CommonPrefixLength(shall);
        if (same != found.Length || same != shall.Length)
        {
            DiffersAt ??= at + same;
        }
    }

    private bool Stop(long at)
    {
        Wrong = $"The file is no handover package, or the archive around its files has been changed, at byte {at + 1:N0} or soon after";
        return false;
    }
}
