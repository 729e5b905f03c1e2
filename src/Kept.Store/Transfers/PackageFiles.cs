using System.IO.Compression;

namespace Kept.Store.Transfers;

/// <summary>The archive around a package's files: always the same bytes for the same files, so that it has no room for a changed one.</summary>
internal static class PackageFiles
{
    public const string Rows = "rows.jsonl";
    public const string People = "people.jsonl";
    public const string Ledger = "ledger.jsonl";

    /// <summary>An archive's oldest day: when it was made is in the manifest.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Order = [Manifest.FileName, PackageSignature.FileName, Rows, People, Ledger];

    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in Order)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Always;
                using var to = entry.Open();
                to.Write(files[name]);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The files; or what is wrong with the archive.</summary>
    public static (IReadOnlyDictionary<string, byte[]> Files, string? Wrong) Read(byte[] package)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(e => Order.Contains(e.FullName) && e.Length <= package.Length))
            {
                using var from = entry.Open();
                using var to = new MemoryStream();
                from.CopyTo(to);
                files[entry.FullName] = to.ToArray();
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or ArgumentException or NotSupportedException)
        {
            return (files, "The file is no handover package, or the archive around it is damaged");
        }

        return Order.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing
            ? (files, $"The file is no handover package: there is no {missing} in it")
            : (files, null);
    }

    /// <summary>Where the archive differs from what these files make; null where it does not.</summary>
    public static int? DiffersAt(byte[] package, IReadOnlyDictionary<string, byte[]> files)
    {
        var made = Write(files);
        var same = made.AsSpan().CommonPrefixLength(package);
        return same == made.Length && same == package.Length ? null : same;
    }
}
