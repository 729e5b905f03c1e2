using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Ledger;

namespace Kept.Store.Transfers;

/// <summary>One row as it was packed.</summary>
public sealed record PackedRow(string Noun, Guid Id, JsonElement Row);

/// <summary>A package in which everything fits: the signature, every file, every link, every row.</summary>
/// <param name="Digest">SHA-256 of the whole.</param>
/// <param name="KeyInWords">The signing key as two people can compare it by telephone.</param>
/// <param name="Unproved">Rows of which no travelling event tells: they stand on the signature alone.</param>
public sealed record OpenedPackage(
    Manifest Manifest, IReadOnlyList<PackedRow> Rows, IReadOnlyList<PackedPerson> People, string Digest, string KeyInWords, int Unproved);

/// <summary>
/// Trusts nothing of a package until all of it has been worked out again. One byte that is not what the school signed is refused,
/// and the sentence says where it is.
/// </summary>
public sealed class PackageCheck
{
    /// <summary>A record with years of documents stays below; what is larger is no package of ours.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private const string No = "This package is not what was signed:";

    public Result<OpenedPackage> Open(byte[] package)
    {
        try
        {
            return OpenFound(package);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return new Refusal($"{No} a part of it cannot be read");
        }
    }

    private static Result<OpenedPackage> OpenFound(byte[] package)
    {
        var (files, wrong) = PackageFiles.Read(package);
        if (wrong is not null)
        {
            return new Refusal(wrong);
        }

        if (!Manifested(files, out var keyInWords).Allowed(out var manifest, out var refused))
        {
            return refused;
        }

        var changed = manifest.Files.Where(f => !files.TryGetValue(f.Key, out var bytes) || Hex(SHA256.HashData(bytes)) != f.Value).Select(f => f.Key).ToList();
        var chain = Read<PackedLink>(files, PackageFiles.Ledger, out var unreadable);
        var rows = unreadable is null ? ReadRows(files, out unreadable) : [];
        var people = unreadable is null ? Read<PackedPerson>(files, PackageFiles.People, out unreadable) : [];
        if (unreadable is not null)
        {
            return new Refusal($"{No} {unreadable}");
        }

        var walk = new PackedChain(manifest);
        if ((walk.WrongWith(chain) ?? walk.WrongWith(rows)) is { } place)
        {
            return new Refusal($"{No} {place}");
        }

        if (changed.Count > 0)
        {
            return new Refusal($"{No} {changed[0]} has been changed");
        }

        return PackageFiles.DiffersAt(package, files) is { } at
            ? new Refusal($"{No} the archive around its files has been changed, at byte {at + 1:N0}")
            : new OpenedPackage(manifest, rows, people, Hex(SHA256.HashData(package)), keyInWords, walk.Unproved);
    }

    private static Result<Manifest> Manifested(IReadOnlyDictionary<string, byte[]> files, out string keyInWords)
    {
        keyInWords = "";
        var bytes = files[Manifest.FileName];
        try
        {
            var signed = JsonSerializer.Deserialize<PackageSignature>(files[PackageSignature.FileName], Manifest.Spelling)!;
            using var key = ECDsa.Create();
            key.ImportFromPem(signed.PublicKey);
            if (!key.VerifyHash(SHA256.HashData(bytes), Convert.FromHexString(signed.Signature)))
            {
                return new Refusal($"{No} {Manifest.FileName} or {PackageSignature.FileName} has been changed, or another key signed it");
            }

            var manifest = JsonSerializer.Deserialize<Manifest>(bytes, Manifest.Spelling)!;
            keyInWords = Seal.InWords(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
            return manifest switch
            {
                { Format: not Manifest.CurrentFormat } => new Refusal("This package was made by a later version of Kept. Bring this Kept up to date first"),
                { Checkpoint: { } seal } when !key.VerifyHash(Convert.FromHexString(seal.Seal), Convert.FromHexString(seal.Signature)) =>
                    new Refusal($"{No} its checkpoint was signed with another key"),
                _ => manifest
            };
        }
        catch (Exception e) when (e is JsonException or CryptographicException or FormatException or ArgumentException)
        {
            return new Refusal($"{No} {PackageSignature.FileName} has been changed");
        }
    }

    private static List<PackedRow> ReadRows(IReadOnlyDictionary<string, byte[]> files, out string? unreadable) =>
        [.. Read<JsonElement>(files, PackageFiles.Rows, out unreadable)
            .Select(line => new PackedRow(line.GetProperty("noun").GetString()!, line.GetProperty("id").GetGuid(), line.GetProperty("row")))];

    private static List<T> Read<T>(IReadOnlyDictionary<string, byte[]> files, string name, out string? unreadable)
    {
        unreadable = null;
        List<T> read = [];
        var lines = Encoding.UTF8.GetString(files[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (at, line) in lines.Index())
        {
            try
            {
                read.Add(JsonSerializer.Deserialize<T>(line, Manifest.Spelling)!);
            }
            catch (JsonException)
            {
                unreadable = $"{name}, line {at + 1}, cannot be read";
                return read;
            }
        }

        return read;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
