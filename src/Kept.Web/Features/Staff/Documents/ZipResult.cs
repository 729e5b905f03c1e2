using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>
/// Sends files as a ZIP while they are read, each written down as opened, with an index.csv that says what each is and where. Files about several
/// pupils lie in a folder for each.
/// </summary>
internal sealed class ZipResult(VisibleRecord record, IQueryable<Document> documents, LocalDate today) : IActionResult
{
    private const string StartsAFormula = "=+-@\t\r";
    private const int MostNameLetters = 120;

    private static readonly string[] Headings =
        ["File", "Title", "Category", "Pupils", "Date", "Author", "Version", "Seen by", "Review on", "Added", "Added by", "Tags", "Bytes", "SHA-256"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var given = http.RequestServices;
        var rows = await record.Rows(documents).ToListAsync(http.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"documents-{LocalDatePattern.Iso.Format(today)}.zip");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = "application/zip";

        // A zip is closed by writing at once; no more than a buffer's worth.
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        var (reads, viewer, at) = (given.GetRequiredService<Reads>(), given.GetRequiredService<StaffViewer>(), given.GetRequiredService<IClock>().GetCurrentInstant());
        var folders = await ZipFolders.OfAsync(record, rows, http.RequestAborted);
        using var zip = new ZipArchive(http.Response.Body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var lines = new List<(string Name, DocumentRow Row)>();
        foreach (var row in rows.OrderBy(r => r.DatedOn).ThenBy(r => r.Id))
        {
            var name = folders.For(row) + NameOf(row, lines.Count + 1);
            lines.Add((await WriteAsync(zip, row, name, given.GetRequiredService<BlobStore>(), http.RequestAborted) ? name : "(its file is missing)", row));
            reads.Opened(viewer, row, OpenedHow.Zip, at);
        }

        await WriteIndexAsync(zip, lines, folders, http.RequestAborted);
    }

    /// <summary>"003 2026-03-12 EP report.pdf": in order, each once.</summary>
    private static string NameOf(DocumentRow row, int number)
    {
        var ending = row.Kind.Parted(row.FileName).Ending;
        return string.Create(CultureInfo.InvariantCulture, $"{number:000} {LocalDatePattern.Iso.Format(row.DatedOn)} {SafeName.Of(row.Title, MostNameLetters, otherwise: "file")}{ending}");
    }

    private static async Task<bool> WriteAsync(ZipArchive zip, DocumentRow row, string name, BlobStore blobs, CancellationToken cancel)
    {
        await using var content = blobs.Open(row.Sha256);
        if (content is null)
        {
            return false;
        }

        // Most kinds are compressed already.
        await using var part = zip.CreateEntry(name, row.Kind is FileKind.Text or FileKind.Html or FileKind.Email or FileKind.RichText ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open();
        await content.CopyToAsync(part, cancel);
        return true;
    }

    private static async Task WriteIndexAsync(ZipArchive zip, List<(string Name, DocumentRow Row)> lines, ZipFolders folders, CancellationToken cancel)
    {
        await using var part = zip.CreateEntry("index.csv", CompressionLevel.Fastest).Open();
        await using var csv = CsvWriter.Create(part, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync(Headings, cancel);
        foreach (var (name, row) in lines)
        {
            await csv.WriteRecordAsync([.. Cells(name, row, folders).Select(Harmless)], cancel);
        }
    }

    private static string[] Cells(string name, DocumentRow row, ZipFolders folders) =>
    [
        name, row.Title, row.Category.InWords(), folders.NamesOf(row), LocalDatePattern.Iso.Format(row.DatedOn), row.Author ?? "",
        row.Number.ToString(CultureInfo.InvariantCulture), Readers.InWords(row.Visibility), row.ReviewOn is { } review ? LocalDatePattern.Iso.Format(review) : "",
        InstantPattern.General.Format(row.AddedAt), row.AddedBy, string.Join(", ", row.Tags), row.Bytes.ToString(CultureInfo.InvariantCulture), row.Sha256
    ];

    /// <summary>A cell that begins like a formula would be one in the reader's spreadsheet: an apostrophe makes it text.</summary>
    private static string Harmless(string text) => text.Length > 0 && StartsAFormula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
