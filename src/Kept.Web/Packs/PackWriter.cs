using System.IO.Compression;
using Kept.Domain.Packs;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Ledger;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>Writes a pack into a file, in any of its formats.</summary>
internal sealed class PackWriter(Database database, Checkpoints checkpoints, PackPrint print, IEnumerable<IPackPart> parts, BlobStore blobs, IClock clock)
{
    private const string PdfProgram = "weasyprint";

    /// <summary>What Python runs first: see the file there.</summary>
    private static readonly (string Name, string Value) Startup = ("PYTHONPATH", Path.Combine(AppContext.BaseDirectory, "Packs", "python"));

    /// <summary>Where it is not installed, the page is offered, to be printed by a browser.</summary>
    public static bool CanMakePdf { get; } = BoundedProcess.Has(PdfProgram);

    /// <summary>Null when it was written, else why it could not be, for whoever asked.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="path">A file that is not there yet; what is written beside it is taken away.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<string?> WriteAsync(PackOrder order, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        if (!PackScope.Of(order.By, order.Wish.Audience!.Value, order.Wish.Safeguarding).Allowed(out var scope, out var refused))
        {
            return refused.Sentence;
        }

        progress.Report(new PackStep("Reading the record", 5));
        await using var db = database.Open(Tenancy.Of(order.School.Id));
        var record = new VisibleRecord(db, scope.HeldBy(order.By), clock);
        var checkpoint = await checkpoints.LastAsync(cancel);
        if (await PackContent.OfAsync(record, order, scope, parts, blobs.SizeOf, checkpoint, clock.GetCurrentInstant(), cancel) is not { } content)
        {
            return "You may not see this pupil’s record any more";
        }

        return await WriteAsync(content, order.Wish.Format!.Value, path, progress, cancel);
    }

    private async Task<string?> WriteAsync(PackContent content, PackFormat format, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        progress.Report(new PackStep("Writing", 20));
        switch (format)
        {
            case PackFormat.Pdf:
                return await WritePdfAsync(content, path, progress, cancel);
            case PackFormat.Zip:
                return await WriteZipAsync(content, path, progress, cancel);
            default:
                await using (var file = New(path))
                {
                    await WriteAsync(content, format, file, cancel);
                }

                return null;
        }
    }

    private Task WriteAsync(PackContent content, PackFormat format, Stream to, CancellationToken cancel) => format switch
    {
        PackFormat.Html => print.WriteAsync(content, to, cancel),
        PackFormat.Xlsx => PackBook.WriteAsync(content, to, cancel),
        _ => PackJson.WriteAsync(content, to, cancel)
    };

    /// <summary>The same page, laid out by a process of its own.</summary>
    private async Task<string?> WritePdfAsync(PackContent content, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        if (!CanMakePdf)
        {
            return "PDFs cannot be made here: choose the web page, and print it";
        }

        progress.Report(new PackStep("Laying out pages", 40));
        return await LayOutAsync((page, stop) => print.WriteAsync(content, page, stop), path, cancel);
    }

    /// <summary>Null when the PDF was made of the page, else the program's last words.</summary>
    public static Task<string?> LayOutAsync(Func<Stream, CancellationToken, Task> page, string path, CancellationToken cancel) =>
        BoundedProcess.RunAsync(PdfProgram, ["--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "-", path], Startup, page, cancel);

    /// <summary>Every format beside each other, and the files of the documents that are listed; without the PDF where none can be made.</summary>
    private async Task<string?> WriteZipAsync(PackContent content, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        var pdf = path + ".pdf";
        try
        {
            if (CanMakePdf && await WritePdfAsync(content, pdf, progress, cancel) is { } problem)
            {
                return problem;
            }

            progress.Report(new PackStep("Packing", 85));
            await using var file = New(path);
            using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            foreach (var format in (PackFormat[])[PackFormat.Html, PackFormat.Xlsx, PackFormat.Json])
            {
                await using var entry = zip.CreateEntry($"pack.{format.Extension()}", CompressionLevel.Fastest).Open();
                await WriteAsync(content, format, entry, cancel);
            }

            if (CanMakePdf)
            {
                zip.CreateEntryFromFile(pdf, "pack.pdf");
            }

            await PackPapers.WriteAsync(zip, content.Parts, blobs, cancel);
            return null;
        }
        finally
        {
            File.Delete(pdf);
        }
    }

    private static FileStream New(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite);
}
