using System.Data.Common;
using Kept.Store.Ledger;
using Kept.Web.Background;

namespace Kept.Web.Hosting;

/// <summary>Makes today's checkpoint at the start and once a day, on whichever node comes first.</summary>
internal sealed class DailyCheckpoint(Checkpoints checkpoints, KeptAppOptions options, ILogger<DailyCheckpoint> log) : PeriodicWork(TimeSpan.FromMinutes(30))
{
    protected override async Task LookAgainAsync(CancellationToken stopping)
    {
        try
        {
            using var key = LedgerKey.OpenOrMake(options.Place.Directory);
            await checkpoints.MakeForTodayAsync(key, stopping);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning("Today’s checkpoint could not be made, and will be tried again: {Reason}", e.Message);
        }
    }
}
