using Kept.Domain.Access;
using Kept.Domain.Reviews;
using Kept.Store.Log;

namespace Kept.Store.Reviews;

internal static class ReviewAccess
{
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, Viewer viewer, KeptDb db)
    {
        var entries = db.LogEntries.VisibleTo(viewer, db);
        return reviews.Where(r => entries.Any(e => e.Id == r.EntryId));
    }
}
