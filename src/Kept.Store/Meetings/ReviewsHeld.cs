using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Meetings;

/// <summary>A review that a meeting held, with what its entry is about.</summary>
public sealed record HeldInMeeting(Review Review, Id<LogEntry> EntryId, string Issue);

/// <summary>The reviews of one meeting.</summary>
public static class ReviewsHeld
{
    private const int Most = 100;

    /// <summary>
    /// Oldest first: only those that the viewer may see, and that everybody who may see <paramref name="upTo"/> may. An entry that was
    /// shown to fewer people since takes its review with it.
    /// </summary>
    public static async Task<IReadOnlyList<HeldInMeeting>> ReviewsHeldAsync(this VisibleRecord record, Id<Meeting> meeting, Visibility upTo, CancellationToken cancel)
    {
        var seen = Enum.GetValues<Visibility>().Where(v => v <= upTo).ToArray();
        return await (
            from part in record.PartsOfMeetings<ReviewGoneThrough>().AsNoTracking()
            where part.MeetingId == meeting
            join review in record.Reviews.AsNoTracking() on part.ReviewId equals review.Id
            join entry in record.Entries on review.EntryId equals entry.Id
            where seen.Contains(review.Visibility) && seen.Contains(entry.Visibility)
            orderby part.At, part.Id
            select new HeldInMeeting(review, entry.Id, entry.Issue))
            .Take(Most)
            .ToListAsync(cancel);
    }
}
