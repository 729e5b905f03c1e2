using System.Threading.Channels;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Store.Messages;
using Kept.Store.Views;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>
/// Writes down who opened whose record. In small batches a moment later, so that reading stays quick; what waits is written
/// when the process is asked to stop. See docs/decisions for what a killed process may lose.
/// </summary>
public sealed class Reads(Database database, ILogger<Reads> log) : BackgroundService
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<IBelongsToSchool> waiting = Channel.CreateBounded<IBelongsToSchool>(new BoundedChannelOptions(20_000) { FullMode = BoundedChannelFullMode.Wait });

    public void Opened(Viewer viewer, Id<Pupil> pupil, string what, Instant at)
    {
        Write(new RecordRead { Id = Id<RecordRead>.New(), SchoolId = viewer.SchoolId, PupilId = pupil, PersonId = viewer.PersonId, At = at, What = what });
    }

    /// <summary>A document was looked at: written down for the document, and for each pupil on account of whom it was seen.</summary>
    public void Opened(Viewer viewer, DocumentRow document, OpenedHow how, Instant at, int? number = null)
    {
        Write(viewer, document.Id, number ?? document.Number, how, at);
        foreach (var pupil in document.Pupils)
        {
            Opened(viewer, pupil.Id, "document", at);
        }
    }

    /// <summary>A carer looked at a file that is between them and the school, on the child’s page.</summary>
    public void Opened(Viewer viewer, Id<Pupil> pupil, Id<Document> document, OpenedHow how, Instant at, int number = DocumentVersion.First)
    {
        Write(viewer, document, number, how, at);
        Opened(viewer, pupil, "document", at);
    }

    /// <summary>A thread was opened with messages in it that were not opened before. Nothing else follows from that (rule 13).</summary>
    public void Opened(MessageOpening? opening)
    {
        if (opening is not null)
        {
            Write(opening);
        }
    }

    private void Write(Viewer viewer, Id<Document> document, int number, OpenedHow how, Instant at) => Write(new DocumentOpening
    {
        Id = Id<DocumentOpening>.New(),
        SchoolId = viewer.SchoolId,
        DocumentId = document,
        Number = number,
        PersonId = viewer.PersonId,
        At = at,
        How = how
    });

    private void Write(IBelongsToSchool read)
    {
        if (!waiting.Writer.TryWrite(read))
        {
            // Never drop one silently: a page that is opened faster than can be written down waits.
            waiting.Writer.WriteAsync(read).AsTask().Wait();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Pause, stoppingToken);
                await WriteAllAsync();
            }
        }
        catch (OperationCanceledException)
        {
            await WriteAllAsync();
        }
    }

    private async Task WriteAllAsync()
    {
        while (waiting.Reader.Count > 0)
        {
            await WriteAsync();
        }
    }

    private async Task WriteAsync()
    {
        List<IBelongsToSchool> batch = [];
        while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var read))
        {
            batch.Add(read);
        }

        foreach (var school in batch.GroupBy(r => r.SchoolId))
        {
            try
            {
                await using var db = database.Open(Tenancy.Of(school.Key));
                db.AddRange(school);
                await db.SaveChangesAsync();
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                log.LogError(problem, "{Count} reads could not be written down", school.Count());
            }
        }
    }
}
