using System.Data.Common;
using Kept.Store.Ledger;
using NodaTime;

namespace Kept.Web.Hosting;

/// <summary>Makes today's checkpoint at the start and once a day, on whichever node comes first.</summary>
internal sealed class DailyCheckpoint(Checkpoints checkpoints, KeptAppOptions options, ILogger<DailyCheckpoint> log) : BackgroundService
{
    private static readonly Duration BetweenLooks = Duration.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks.ToTimeSpan());
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; tomorrow's start makes what is missing.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            using var key = LedgerKey.OpenOrMake(options.Place.Directory);
            await checkpoints.MakeForTodayAsync(key, cancel);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning("Today’s checkpoint could not be made, and will be tried again: {Reason}", e.Message);
        }
    }
}
