using Kept.Domain.Access;
using Kept.Domain.Reviews;
using Kept.Store.Log;

namespace Kept.Store.Reviews;

/// <summary>A review is seen by those who may see both its entry as that is now and what the review was written for.</summary>
internal static class ReviewAccess
{
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, Viewer viewer, KeptDb db)
    {
        var entries = db.LogEntries.VisibleTo(viewer, db);
        var seen = reviews.Where(r => entries.Any(e => e.Id == r.EntryId));
        return viewer is SightedViewer seer ? seen.SeenBy(seer, r => r.Visibility) : seen;
    }
}
