using System.IO.Compression;
using System.Text;
using Kept.Domain.Documents;
using Kept.Store.Blobs;

namespace Kept.Web.Packs.Own;

/// <summary>A carer’s copy with the files themselves: the page to read, the same for a program, and what both point to. Written file by file.</summary>
internal static class OwnCopyZip
{
    public const string Json = "copy.json";

    private const string Pdf = "copy.pdf";
    private const string Page = "copy.html";

    /// <param name="copy">With the files in their places.</param>
    /// <param name="pdf">The page as a PDF; null where none can be made.</param>
    /// <param name="page">Writes the page as it is.</param>
    /// <param name="blobs">Where the files lie.</param>
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task WriteAsync(
        OwnCopy copy, string? pdf, Func<Stream, Task> page, BlobStore blobs, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        if (pdf is not null)
        {
            zip.CreateEntryFromFile(pdf, Pdf, CompressionLevel.NoCompression);
        }
        else
        {
            await using var entry = zip.CreateEntry(Page, CompressionLevel.Fastest).Open();
            await page(entry);
        }

        await using (var entry = zip.CreateEntry(Json, CompressionLevel.Fastest).Open())
        {
            await OwnCopyJson.WriteAsync(copy, entry, cancel);
        }

        var (files, done) = (OwnCopyFiles.In(copy).ToList(), 0);
        foreach (var one in files)
        {
            progress.Report(new PackStep("Packing", 60 + (39 * done++ / files.Count)));
            await using var content = blobs.Open(one.Sha256) ?? throw new IOException("A file has gone while a copy was made.");

            // Most kinds are compressed already.
            await using var entry = zip.CreateEntry(one.Path!, one.Kind is FileKind.Text or FileKind.Html or FileKind.Email or FileKind.RichText ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open();
            await content.CopyToAsync(entry, cancel);
        }
    }
}
