using System.IO.Compression;
using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Store.Blobs;
using Kept.Web.Packs.Own;

namespace Kept.Web.Packs;

/// <summary>The files of the documents that a pack lists: where each is in the ZIP, and what whoever fetches it has then.</summary>
internal static class PackPapers
{
    private const string Folder = "documents";

    /// <summary>Each item that tells of a file says where it is, or that it is not there, for as long as there is room.</summary>
    /// <param name="parts">Veiled already.</param>
    /// <param name="sizeOf">How big the file with a hash is; null where it is lost.</param>
    /// <param name="most">So many bytes fit.</param>
    public static IReadOnlyList<FilledPart> Placed(IReadOnlyList<FilledPart> parts, Func<string, long?> sizeOf, long most = OwnCopyFiles.MostBytes)
    {
        var (left, number) = (most, 0);
        return [.. parts.Select(part => part with { Items = [.. part.Items.Select(item => item.Paper is { } paper ? Place(item, paper) : item)] })];

        PackItem Place(PackItem item, PackPaper paper)
        {
            if (sizeOf(paper.Sha256) is not { } bytes)
            {
                return Saying(item, "Not here: the file is missing");
            }

            if (bytes > left)
            {
                return Saying(item, "Not here: the ZIP is full. Take it from the documents page");
            }

            left -= bytes;
            var path = OwnCopyFiles.PathOf(Folder, paper.Name, paper.Kind, paper.On, ++number);
            return Saying(item, path) with { Paper = paper with { Path = path } };
        }
    }

    /// <summary>One after the other, no more than a buffer of any in memory.</summary>
    public static async Task WriteAsync(ZipArchive zip, IEnumerable<FilledPart> parts, BlobStore blobs, CancellationToken cancel)
    {
        foreach (var paper in parts.SelectMany(part => part.Items).Select(item => item.Paper).OfType<PackPaper>().Where(paper => paper.Path is not null))
        {
            await using var content = blobs.Open(paper.Sha256) ?? throw new IOException("A file has gone while a pack was made.");

            // Most kinds are compressed already.
            var entry = zip.CreateEntry(
                paper.Path!, paper.Kind is FileKind.Text or FileKind.Html or FileKind.Email or FileKind.RichText ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
            entry.Comment = $"{paper.Document} {paper.Version}";
            await using var to = entry.Open();
            await content.CopyToAsync(to, cancel);
        }
    }

    /// <summary>Which documents are in the very file that goes out; it is at its beginning again afterwards.</summary>
    public static IReadOnlyList<(Id<Document> Document, int Version)> In(Stream file)
    {
        List<(Id<Document>, int)> found = [];
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                if (entry.Comment.Split(' ') is [var id, var version] && Id<Document>.TryParse(id, null, out var document))
                {
                    found.Add((document, int.Parse(version, System.Globalization.CultureInfo.InvariantCulture)));
                }
            }
        }

        file.Position = 0;
        return found;
    }

    private static PackItem Saying(PackItem item, string where) => item with { Facts = [.. item.Facts, new PackFact("In the ZIP", where)] };
}
