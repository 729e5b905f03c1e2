using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Store.Log;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Meetings;

/// <summary>
/// A meeting is seen by those who may see its visibility and its pupil; once it has been held, by those who may see its entry as well,
/// which a correction may have narrowed since. What belongs to a meeting is seen with it.
/// </summary>
internal static class MeetingAccess
{
    public static IQueryable<Meeting> VisibleTo(this IQueryable<Meeting> meetings, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return meetings;
        }

        if (viewer is not SightedViewer seer)
        {
            return meetings.Where(_ => false);
        }

        var entries = db.LogEntries.SeenBy(seer, e => e.Visibility);
        var seen = meetings.SeenBy(seer, m => m.Visibility).Where(m => m.EntryId == null || entries.Any(e => (Id<LogEntry>?)e.Id == m.EntryId));
        if (viewer.SeesEveryPupil())
        {
            return seen;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return seen.Where(m => pupils.Any(p => p.Id == m.PupilId));
    }

    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> parts, Viewer viewer, KeptDb db)
        where T : class, IPartOfMeeting
    {
        var meetings = db.Meetings.VisibleTo(viewer, db);
        return parts.Where(part => meetings.Any(m => m.Id == EF.Property<Id<Meeting>>(part, nameof(IPartOfMeeting.MeetingId))));
    }
}
