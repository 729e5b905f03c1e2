using System.Data.Common;
using Kept.Store;
using Kept.Web.Background;

namespace Kept.Web.Hosting;

/// <summary>
/// Keeps the database quick as a school grows: counts anew what has grown, at the start and every few minutes, since a school may have read in all its pupils
/// just now.
/// </summary>
internal sealed class Upkeep(Database database, ILogger<Upkeep> log) : PeriodicWork(TimeSpan.FromMinutes(10))
{
    protected override async Task LookAgainAsync(CancellationToken stopping)
    {
        try
        {
            await database.RefreshStatisticsAsync(stopping);
        }
        catch (DbException e)
        {
            log.LogWarning("What has grown could not be counted, and will be in a few minutes: {Reason}", e.Message);
        }
    }
}
