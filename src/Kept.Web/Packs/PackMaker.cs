using System.Data.Common;
using Kept.Domain.Packs;
using Kept.Store;
using Kept.Store.Packs;
using Kept.Store.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>
/// Makes what waits in the queue, one at a time on each node. While it works it says so, and hears so whether the pack is still wanted;
/// what a stopped node was making goes back, and what a killed one was making is taken up when its lease ends.
/// </summary>
internal sealed class PackMaker(Database database, PackQueue queue, PackWriter writer, Own.OwnCopyWriter own, PackFiles files, Viewers viewers, IClock clock, ILogger<PackMaker> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(1);
    private static readonly Duration LongestDraft = Duration.FromHours(1);

    private readonly SemaphoreSlim asked = new(0);

    /// <summary>Something waits: do not wait for the next look.</summary>
    public void Nudge() => asked.Release();

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryAllAsync(stoppingToken);
                await asked.WaitAsync(BetweenLooks, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what it held has been given back.
        }
    }

    private async Task TryAllAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var old in await queue.ForgetOldAsync(stopping))
            {
                files.Remove(old);
            }

            files.SweepDrafts((clock.GetCurrentInstant() - LongestDraft).ToDateTimeUtc());
            while (await queue.TakeAsync(stopping) is { } pack)
            {
                await MakeAsync(pack, stopping);
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("Packs could not be looked after, and will be again in a minute: {Reason}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Looking after packs has failed, and is tried again in a minute");
        }
    }

    private async Task MakeAsync(PackToMake pack, CancellationToken stopping)
    {
        var draft = files.DraftOf(pack.Id);
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var progress = new LastStep();
        var speaking = SpeakAsync(pack, progress, unwanted);
        try
        {
            var problem = await WriteAsync(pack, draft, progress, unwanted.Token);
            if (problem is not null)
            {
                await queue.FailAsync(pack, problem, stopping);
                return;
            }

            File.Move(draft, files.PathOf(pack.Id), overwrite: true);
            if (!await queue.FinishAsync(pack, new FileInfo(files.PathOf(pack.Id)).Length, stopping))
            {
                files.Remove(pack.Id);
            }
        }
        catch (OperationCanceledException)
        {
            if (stopping.IsCancellationRequested)
            {
                await queue.LetGoAsync(pack);
                throw;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "A pack could not be made");
            await queue.FailAsync(pack, "It could not be made. Try again; if it fails again, tell whoever runs Kept", stopping);
        }
        finally
        {
            await unwanted.CancelAsync();
            await speaking;
            File.Delete(draft);
        }
    }

    /// <summary>What the one who asked may see is asked again now: a role may have been taken away since.</summary>
    private async Task<string?> WriteAsync(PackToMake pack, string draft, IProgress<PackStep> progress, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(pack.SchoolId));
        var row = await db.Packs.AsNoTracking().FirstAsync(p => p.Id == pack.Id, cancel);
        if (row.IsOwn)
        {
            return await own.WriteAsync(row, draft, progress, cancel);
        }

        var account = await db.People.Where(p => p.Id == row.ById).Select(p => p.AccountId).FirstOrDefaultAsync(cancel);
        if (account is not { } id || await viewers.FindAsync(db, id, cancel) is not { Viewer.Sight.MayExport: true } maker)
        {
            return "You may not take the record out any more";
        }

        return await writer.WriteAsync(new PackOrder(maker.School, maker.Viewer, row.PupilId, row.Wish), draft, progress, cancel);
    }

    private async Task SpeakAsync(PackToMake pack, LastStep progress, CancellationTokenSource unwanted)
    {
        try
        {
            using var timer = new PeriodicTimer(BetweenWords);
            while (await timer.WaitForNextTickAsync(unwanted.Token))
            {
                if (!await queue.StepAsync(pack, progress.Step.Doing, progress.Step.Percent, unwanted.Token))
                {
                    await unwanted.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is made, or is not wanted any more.
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            log.LogWarning("How far a pack has come could not be said: {Reason}", e.Message);
        }
    }

    private sealed class LastStep : IProgress<PackStep>
    {
        public PackStep Step { get; private set; } = new("Begun", 1);

        public void Report(PackStep value) => Step = value;
    }
}
