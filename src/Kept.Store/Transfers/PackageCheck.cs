using System.Security.Cryptography;
using System.Text.Json;
using Kept.Domain;

namespace Kept.Store.Transfers;

/// <summary>One row as it was packed.</summary>
/// <param name="ChangedSince">An event that stayed at the school changed it after the last one that travels: only the signature speaks for it.</param>
public sealed record PackedRow(string Noun, Guid Id, JsonElement Row, bool ChangedSince = false);

/// <summary>A package in which everything fits: the signature, every file, every link, every row.</summary>
/// <param name="Record">The package without the documents’ files, byte for byte: what is kept for good. Its manifest has each file’s digest.</param>
/// <param name="Digest">SHA-256 of the record.</param>
/// <param name="KeyInWords">The signing key as two people can compare it by telephone.</param>
/// <param name="Unproved">Rows of which no travelling event tells: they stand on the signature alone.</param>
/// <param name="Files">How many documents’ files are in it.</param>
public sealed record OpenedPackage(
    Manifest Manifest, IReadOnlyList<PackedRow> Rows, IReadOnlyList<PackedPerson> People, byte[] Record, string Digest, string KeyInWords, int Unproved, int Files);

/// <summary>
/// Trusts nothing of a package until all of it has been worked out again. One byte that is not what the school signed is refused,
/// and the sentence says where it is.
/// </summary>
public static class PackageCheck
{
    /// <summary>A record with years of documents stays below; what is larger is no package of ours.</summary>
    public const long MostBytes = 1024L * 1024 * 1024;

    /// <param name="package">The whole of it, to be read from anywhere.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<Result<OpenedPackage>> OpenAsync(Stream package, CancellationToken cancel) => OpenAsync(package, filesApart: false, cancel);

    /// <summary>The record as it is kept after it was taken in, without the documents’ files.</summary>
    internal static Task<Result<OpenedPackage>> OpenKeptAsync(byte[] record, CancellationToken cancel) => OpenAsync(new MemoryStream(record), filesApart: true, cancel);

    private static async Task<Result<OpenedPackage>> OpenAsync(Stream package, bool filesApart, CancellationToken cancel)
    {
        if (package.Length > MostBytes)
        {
            return new Refusal("The file is too large to be a handover package");
        }

        var files = await PackageFiles.ReadAsync(package, cancel);
        if (!files.HasItsSeal)
        {
            return new Refusal(files.Wrong ?? "The file is no handover package");
        }

        // The seal first: a later version may have put in what this one cannot read.
        if (!PackageSeal.Open(files.Record).Allowed(out var seal, out var refused))
        {
            return refused;
        }

        var content = new PackageContent(seal.Manifest, files);
        if ((files.Wrong ?? content.Wrong(filesApart)) is { } wrong)
        {
            return new Refusal(files.Wrong is null ? $"This package is not what was signed: {wrong}" : wrong);
        }

        var record = await PackageFiles.WriteRecordAsync(files.Record, cancel);
        return new OpenedPackage(
            seal.Manifest, content.Rows, content.People, record, Convert.ToHexStringLower(SHA256.HashData(record)), seal.KeyInWords, content.Unproved, files.Sha256.Count);
    }
}
