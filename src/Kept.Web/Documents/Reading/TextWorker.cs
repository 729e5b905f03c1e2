using System.Data.Common;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using NodaTime;

namespace Kept.Web.Documents.Reading;

/// <summary>Reads the words of what was added, a few files at a time, on whichever node comes first.</summary>
internal sealed class TextWorker(DocumentTextQueue queue, BlobStore blobs, Waking waking, IClock clock, ILogger<TextWorker> log) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private ReadingProcess? process;

    public override void Dispose()
    {
        process?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            blobs.Sweep(clock.GetCurrentInstant());
            while (true)
            {
                await ReadAllAsync(stoppingToken);
                process?.Dispose();
                process = null;
                await waking.WaitAsync(BetweenLooks, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was leased and not read is taken by another, or by us when we are back.
        }
    }

    private async Task ReadAllAsync(CancellationToken cancel)
    {
        try
        {
            while (await queue.TakeAsync(AtOnce, cancel) is { Count: > 0 } taken)
            {
                foreach (var text in taken)
                {
                    var (words, problem) = await ReadAsync(text, cancel);
                    await queue.FinishAsync(text, words, problem, cancel);
                }
            }
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            log.LogWarning("Words of documents could not be read just now, and will be tried again: {Reason}", e.Message);
        }
    }

    private async Task<(string? Text, string? Problem)> ReadAsync(DocumentText text, CancellationToken cancel)
    {
        if (text.Tries > DocumentTextQueue.MostTries)
        {
            return (null, "reading it failed too often");
        }

        var path = blobs.PathOf(text.Sha256);
        if (!File.Exists(path))
        {
            return (null, "its file is not in the data folder");
        }

        process ??= ReadingProcess.Start();
        if (await process.ReadAsync(path, text.Kind, cancel) is { } found)
        {
            return (found.Text, found.Problem);
        }

        process.Dispose();
        process = null;
        return (null, "reading it took too long or too much memory");
    }
}
