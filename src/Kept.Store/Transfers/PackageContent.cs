using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kept.Store.Transfers;

/// <summary>The record that a package holds, read line by line and held against the manifest, the chain and the documents’ files.</summary>
internal sealed class PackageContent(Manifest manifest, PackageFiles files)
{
    public IReadOnlyList<PackedRow> Rows { get; private set; } = [];

    public IReadOnlyList<PackedPerson> People { get; private set; } = [];

    public int Unproved { get; private set; }

    /// <summary>The first place at which it does not fit; null where all of it does.</summary>
    /// <param name="filesApart">Whether the documents’ files were taken out of it already.</param>
    public string? Wrong(bool filesApart)
    {
        var chain = Read<PackedLink>(PackageFiles.Ledger, out var unread);
        Rows = unread is null ? Read<PackedRow>(PackageFiles.Rows, out unread) : [];
        People = unread is null ? Read<PackedPerson>(PackageFiles.People, out unread) : [];
        if (unread is not null)
        {
            return unread;
        }

        var walk = new PackedChain(manifest);
        var wrong = walk.WrongWith(chain) ?? walk.WrongWith(Rows) ?? ChangedFile(filesApart) ?? (filesApart ? null : UnmatchedFile());
        Unproved = walk.Unproved;
        return wrong ?? (files.DiffersAt is { } at ? $"the archive around its files has been changed, at byte {at + 1:N0}" : null);
    }

    private string? ChangedFile(bool filesApart)
    {
        foreach (var (name, digest) in manifest.Files.Where(f => !filesApart || !f.Key.StartsWith(PackageFiles.FilesPrefix, StringComparison.Ordinal)))
        {
            var found = files.Record.TryGetValue(name, out var bytes) ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : files.Sha256.GetValueOrDefault(name);
            if (found != digest)
            {
                return found is null ? $"{Called(name)} is not in it" : $"{Called(name)} has been changed";
            }
        }

        return null;
    }

    /// <summary>Every document has its file, and there is no file of which the record does not tell.</summary>
    private string? UnmatchedFile()
    {
        var named = Rows.Select(Sha256Of).OfType<string>().Select(PackageFiles.NameOf).ToHashSet(StringComparer.Ordinal);
        return named.FirstOrDefault(name => manifest.Files.GetValueOrDefault(name) != name[PackageFiles.FilesPrefix.Length..]) is { } missing ? $"{Called(missing)} is not in it"
            : files.Sha256.Keys.FirstOrDefault(name => !named.Contains(name)) is { } extra ? $"{Called(extra)} is in it, and no document is that file"
            : null;
    }

    /// <summary>A document's file as its document calls it, with as much of its name in the archive as finds it there.</summary>
    private string Called(string name)
    {
        const int enough = 18;
        if (!name.StartsWith(PackageFiles.FilesPrefix, StringComparison.Ordinal))
        {
            return name;
        }

        var row = Rows.FirstOrDefault(r => PackageFiles.NameOf(Sha256Of(r) ?? "") == name);
        var shortly = name.Length > enough ? $"{name[..enough]}…" : name;
        return row?.Row.TryGetProperty("file-name", out var called) is true ? $"the file “{called}” ({shortly})" : shortly;
    }

    private static string? Sha256Of(PackedRow row) =>
        row.Row.ValueKind is JsonValueKind.Object && row.Row.TryGetProperty("sha256", out var sha) && sha.ValueKind is JsonValueKind.String ? sha.GetString() : null;

    private List<T> Read<T>(string name, out string? unread)
    {
        unread = null;
        List<T> read = [];
        var lines = Encoding.UTF8.GetString(files.Record[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (at, line) in lines.Index())
        {
            try
            {
                read.Add(JsonSerializer.Deserialize<T>(line, Manifest.Strict)!);
            }
            catch (JsonException)
            {
                unread = $"{name}, line {at + 1}, cannot be read, or a later version of Kept wrote it";
                return read;
            }
        }

        return read;
    }
}
