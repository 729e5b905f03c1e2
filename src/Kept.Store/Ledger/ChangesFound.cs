using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kept.Store.Ledger;

/// <summary>
/// While a save is prepared, what has changed is looked for once and not at each question about it: what is added from then on is known
/// to be new, and large imports feel the difference. Within another such time it does nothing.
/// </summary>
internal readonly struct ChangesFound : IDisposable
{
    private readonly ChangeTracker? tracker;

    private ChangesFound(ChangeTracker tracker) => this.tracker = tracker;

    public static ChangesFound Once(ChangeTracker tracker)
    {
        if (!tracker.AutoDetectChangesEnabled)
        {
            return default;
        }

        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        return new ChangesFound(tracker);
    }

    public void Dispose()
    {
        if (tracker is not null)
        {
            tracker.AutoDetectChangesEnabled = true;
        }
    }
}
