using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Puts a few small real files into the documents hub, each on the day that it came.</summary>
internal sealed class Papers(Cast cast, Timeline timeline, KeptDb db, StoryClock clock, BlobStore? blobs)
{
    /// <summary>Nothing where there is no folder for files.</summary>
    public void Plan()
    {
        foreach (var block in blobs is null ? [] : WordList.Blocks("papers.txt"))
        {
            var head = block[0].Split('|').Select(part => part.Trim()).ToList();
            if (head[0] == cast.School.Slug)
            {
                var day = cast.Calendar.Before(timeline.Today.PlusDays(-Number(head[6])), 1);
                timeline.At(Timeline.Moment(day, 15, 40), () => KeepAsync(head, string.Join('\n', block.Skip(1)), day));
            }
        }
    }

    private async Task KeepAsync(List<string> head, string words, LocalDate day)
    {
        var children = head[1].Split("; ").Select(cast.Named).ToList();
        var by = cast.Playing(head[2], children[0]);
        var details = new DocumentDetails
        {
            Title = head[8],
            Category = Enum.Parse<DocumentCategory>(head[4]),
            DatedOn = day.PlusDays(-3),
            Author = head[9],
            Tags = DocumentDetails.TagsOf(head[10]),
            Visibility = Enum.Parse<Visibility>(head[3]),
            ReviewOn = head[7].Length == 0 ? null : day.PlusDays(Number(head[7]))
        };
        var file = await TakeInAsync($"{head[8]}.{head[5]}", Made(head[5], head[8], words));
        var pupils = children.Select(c => c.Pupil.Id).ToList();
        var kept = Document.Keep(Id<Document>.New(), cast.School.Id, pupils, details, file, by.Person.Id, clock.Now).OrThrow();
        db.AddRange(kept.Document, kept.Version, DocumentText.For(kept.Version));
        db.AddRange(kept.Pupils);
        await SaveAsync(by, kept.Document, pupils);
    }

    private async Task SaveAsync(Adult by, Document document, List<Id<Pupil>> pupils)
    {
        var others = pupils.Where(p => p != document.PupilId).Select(p => (ILedgerEvent)new DocumentPupilsChanged(p, document.Id));
        if (await new VisibleRecord(db, by.Viewer, clock).SaveAsync([new DocumentKept(document.PupilId, document.Id), .. others]) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }

    private async Task<ReceivedFile> TakeInAsync(string name, (byte[] Content, FileKind Kind) made)
    {
        using var content = new MemoryStream(made.Content);
        using var came = await blobs!.ReceiveAsync(content, long.MaxValue, CancellationToken.None);
        came.Keep();
        return new ReceivedFile(ReceivedFile.Tidy(name), made.Kind, came.Bytes, came.Sha256, IsLocked: false);
    }

    private static (byte[] Content, FileKind Kind) Made(string kind, string title, string words) => kind switch
    {
        "pdf" => (PaperFiles.Pdf(title, words), FileKind.Pdf),
        "docx" => (PaperFiles.Word(title, words), FileKind.Word),
        _ => (System.Text.Encoding.UTF8.GetBytes($"{title}\n\n{words}\n"), FileKind.Text)
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
