using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>A file that somebody sent, between its preview and their yes.</summary>
/// <param name="Name">As they call it.</param>
/// <param name="Token">By which they, and nobody else, find it again.</param>
public sealed record Upload(string Path, string Name, string Token)
{
    /// <summary>Where the rows that cannot be taken are written, to be fetched and mended.</summary>
    public string SkippedPath => Path + ".skipped.csv";
}

/// <summary>
/// Keeps what is sent until it is imported, for a day at most. The files lie in the data folder under names that say nothing; no
/// address leads to them, and the token that does is bound to the person who sent them.
/// </summary>
public sealed class Uploads(string folder, IDataProtectionProvider protection, IClock clock)
{
    private const int TimeLength = 12;
    private const int IdLength = TimeLength + 32;

    private static readonly Duration Kept = Duration.FromHours(24);

    private readonly IDataProtector protector = protection.CreateProtector("Kept.Imports.Uploads");

    public async Task<Upload> KeepAsync(Stream content, string name, Guid owner, CancellationToken cancel)
    {
        var upload = Place(name, owner);
        var file = new FileStream(upload.Path, FileMode.CreateNew, FileAccess.Write);
        await using (file)
        {
            await content.CopyToAsync(file, cancel);
        }

        return upload;
    }

    /// <summary>Where a file may be written that its owner will fetch, and nobody else finds.</summary>
    public Upload Place(string name, Guid owner)
    {
        Directory.CreateDirectory(folder);
        Sweep();
        var id = string.Create(CultureInfo.InvariantCulture, $"{clock.GetCurrentInstant().ToUnixTimeSeconds():D12}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
        return new Upload(PathOf(id), name, protector.Protect($"{owner:N}{id}{name}"));
    }

    /// <summary>Null when it is gone, or was never theirs.</summary>
    public Upload? Find(string? token, Guid owner)
    {
        if (string.IsNullOrEmpty(token) || Opened(token) is not { Length: > 32 + IdLength } opened || opened[..32] != $"{owner:N}")
        {
            return null;
        }

        var upload = new Upload(PathOf(opened[32..(32 + IdLength)]), opened[(32 + IdLength)..], token);
        return IsFresh(upload.Path) || IsFresh(upload.SkippedPath) ? upload : null;
    }

    /// <summary>Once imported, only the rows that were left out stay to be fetched.</summary>
    public static void Forget(Upload upload) => File.Delete(upload.Path);

    private string PathOf(string id) => Path.Combine(folder, id);

    private string? Opened(string token)
    {
        try
        {
            return protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The name begins with when it was sent.</summary>
    private bool IsFresh(string path) =>
        File.Exists(path)
        && long.TryParse(Path.GetFileName(path)[..TimeLength], CultureInfo.InvariantCulture, out var sent)
        && Instant.FromUnixTimeSeconds(sent) > clock.GetCurrentInstant() - Kept;

    private void Sweep()
    {
        foreach (var old in Directory.EnumerateFiles(folder).Where(path => !IsFresh(path)))
        {
            File.Delete(old);
        }
    }
}
