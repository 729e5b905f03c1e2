using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.World;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>What may lie in the documents hub before a test begins.</summary>
public sealed partial class SmallWorld
{
    /// <summary>A file with these words, which search knows already, as added by the SENCO (or <paramref name="by"/>).</summary>
    public async Task<Document> AddDocumentAsync(
        TestPupil pupil,
        string title,
        string words = "Nothing much",
        Visibility visibility = Visibility.Staff,
        TestPupil? also = null,
        TestPerson? by = null,
        LocalDate? on = null,
        LocalDate? reviewOn = null,
        DocumentCategory category = DocumentCategory.Letter,
        FileKind kind = FileKind.Text)
    {
        var writer = by ?? RightWriter(pupil, visibility);
        var details = new DocumentDetails { Title = title, Category = category, DatedOn = on ?? Today, Visibility = visibility, ReviewOn = reviewOn };
        var file = await BlobAsync($"{title}.{kind.Extensions()[0]}", kind, kind is FileKind.Pdf ? PaperFiles.Pdf(title, words) : Encoding.UTF8.GetBytes($"{title} {words}"));
        TestPupil[] about = also is null ? [pupil] : [pupil, also];
        var kept = Document.Keep(Id<Document>.New(), pupil.SchoolId, [.. about.Select(p => p.Id)], details, file, writer.Id, Now).OrThrow();
        var text = DocumentText.For(kept.Version);
        await using (var db = Host.OpenDb(pupil.SchoolId))
        {
            var record = new VisibleRecord(db, writer.AsViewer, Host.Clock);
            IBelongsToSchool[] rows = [kept.Document, kept.Version, text, .. kept.Pupils];
            foreach (var row in rows)
            {
                record.Add(row);
            }

            ILedgerEvent[] happened = [new DocumentKept(pupil.Id, kept.Document.Id), .. also is null ? [] : (ILedgerEvent[])[new DocumentPupilsChanged(also.Id, kept.Document.Id)]];
            Assert.Null(await record.SaveAsync(happened));
        }

        await Host.Services.GetRequiredService<DocumentTextQueue>().FinishAsync(text, words, problem: null, TestContext.Current.CancellationToken);
        return kept.Document;
    }

    private async Task<ReceivedFile> BlobAsync(string name, FileKind kind, byte[] made)
    {
        using var content = new MemoryStream(made);
        using var came = await Host.Services.GetRequiredService<BlobStore>().ReceiveAsync(content, long.MaxValue, TestContext.Current.CancellationToken);
        came.Keep();
        return new ReceivedFile(ReceivedFile.Tidy(name), kind, came.Bytes, came.Sha256, IsLocked: false);
    }
}
