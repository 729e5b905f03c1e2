using System.Security.Cryptography;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Ledger;

namespace Kept.Store.Transfers;

/// <summary>The manifest as the school signed it, and the key that did, as two people can compare it by telephone.</summary>
internal sealed record PackageSeal(Manifest Manifest, string KeyInWords)
{
    private const string No = "This package is not what was signed:";

    public static Result<PackageSeal> Open(IReadOnlyDictionary<string, byte[]> files)
    {
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

            return Manifested(bytes).Allowed(out var manifest, out var refused)
                ? manifest.Checkpoint is { } seal && !key.VerifyHash(Convert.FromHexString(seal.Seal), Convert.FromHexString(seal.Signature))
                    ? new Refusal($"{No} its checkpoint was signed with another key")
                    : new PackageSeal(manifest, InWords(key))
                : refused;
        }
        catch (Exception e) when (e is JsonException or CryptographicException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return new Refusal($"{No} {PackageSignature.FileName} has been changed");
        }
    }

    /// <summary>Its sixteen characters, read out by telephone.</summary>
    public static string InWords(ECDsa key) => Seal.InWords(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>The format before all else: what a later version says may have another shape.</summary>
    private static Result<Manifest> Manifested(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        if (!json.RootElement.TryGetProperty("format", out var format) || format.ValueKind is not JsonValueKind.String || format.GetString() != Manifest.CurrentFormat)
        {
            return new Refusal($"{Manifest.FileName} says that this package has the format “{format}”, and this Kept reads “{Manifest.CurrentFormat}”. A later version made it: bring this Kept up to date first");
        }

        try
        {
            return json.Deserialize<Manifest>(Manifest.Strict)!;
        }
        catch (JsonException unknown)
        {
            return new Refusal($"{Manifest.FileName} says something that this Kept does not know ({unknown.Path ?? "its shape"}). Bring this Kept up to date first");
        }
    }
}
