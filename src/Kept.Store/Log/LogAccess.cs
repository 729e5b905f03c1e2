using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Store.Pupils;

namespace Kept.Store.Log;

/// <summary>An entry is seen by those who may see its visibility and its pupil. What hangs on an entry is seen with it.</summary>
internal static class LogAccess
{
    public static IQueryable<LogEntry> VisibleTo(this IQueryable<LogEntry> entries, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return entries;
        }

        if (viewer is not SightedViewer seer)
        {
            return entries.Where(_ => false);
        }

        var seen = entries.SeenBy(seer, e => e.Visibility);
        if (viewer.SeesEveryPupil())
        {
            return seen;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return seen.Where(e => pupils.Any(p => p.Id == e.PupilId));
    }

    /// <summary>Old words are seen by those who may see both the entry as it is and the words as they were.</summary>
    public static IQueryable<EntryVersion> VisibleTo(this IQueryable<EntryVersion> versions, Viewer viewer, KeptDb db)
    {
        var entries = db.LogEntries.VisibleTo(viewer, db);
        var seen = versions.Where(v => entries.Any(e => e.Id == v.EntryId));
        return viewer is SightedViewer seer ? seen.SeenBy(seer, v => v.Visibility) : seen;
    }

    public static IQueryable<Enquiry> VisibleTo(this IQueryable<Enquiry> enquiries, Viewer viewer, KeptDb db)
    {
        var entries = db.LogEntries.VisibleTo(viewer, db);
        return enquiries.Where(q => entries.Any(e => e.Id == q.EntryId));
    }
}
