using System.IO.Compression;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Documents;

namespace Kept.Web.Packs.Own;

/// <summary>Which documents whoever fetches a ZIP has then, so that it is written down as if they had opened each.</summary>
internal static class OwnCopyOpenings
{
    /// <summary>Read from the very file that goes out; it is at its beginning again afterwards.</summary>
    public static async Task<IReadOnlyList<(Id<Document> Document, int Version)>> InAsync(Stream zip, CancellationToken cancel)
    {
        List<(Id<Document>, int)> found = [];
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true))
        {
            await using var entry = archive.GetEntry(OwnCopyZip.Json)!.Open();
            using var json = await JsonDocument.ParseAsync(entry, cancellationToken: cancel);
            foreach (var item in json.RootElement.GetProperty("parts").EnumerateArray().SelectMany(part => part.GetProperty("items").EnumerateArray()))
            {
                foreach (var file in item.TryGetProperty("files", out var files) ? files.EnumerateArray() : default)
                {
                    // What is recorded and not sent yet is in the copy, and no document.
                    if (file.GetProperty("path").GetString() is not null && file.GetProperty("document") is { ValueKind: JsonValueKind.String } kept && kept.TryGetGuid(out var id))
                    {
                        found.Add((new Id<Document>(id), file.GetProperty("version").GetInt32()));
                    }
                }
            }
        }

        zip.Position = 0;
        return found;
    }
}
