using Kept.Domain.Access;
using Kept.Domain.Messages;
using Kept.Store.Documents;
using Kept.Store.Log;
using Kept.Store.Pupils;

namespace Kept.Store.Messages;

/// <summary>
/// A thread is seen by staff who work with its child, as an entry for staff is, and by its own carer: not by the other parent, and not by staff who see what
/// is shared with families. What hangs on a thread is seen with it.
/// </summary>
internal static class MessageAccess
{
    public static IQueryable<MessageThread> VisibleTo(this IQueryable<MessageThread> threads, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return threads;
        }

        if (viewer is FamilyViewer family)
        {
            return threads.Where(t => t.PupilId == family.Child && t.CarerId == family.PersonId);
        }

        if (viewer is not StaffViewer staff || !staff.MaySee(Visibility.Staff))
        {
            return threads.Where(_ => false);
        }

        if (viewer.SeesEveryPupil())
        {
            return threads;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return threads.Where(t => pupils.Any(p => p.Id == t.PupilId));
    }

    public static IQueryable<Message> VisibleTo(this IQueryable<Message> messages, Viewer viewer, KeptDb db)
    {
        var threads = db.MessageThreads.VisibleTo(viewer, db);
        return messages.Where(m => threads.Any(t => t.Id == m.ThreadId));
    }

    public static IQueryable<MessageOpening> VisibleTo(this IQueryable<MessageOpening> openings, Viewer viewer, KeptDb db)
    {
        var threads = db.MessageThreads.VisibleTo(viewer, db);
        return openings.Where(o => threads.Any(t => t.Id == o.ThreadId));
    }

    /// <summary>Why a thread went to a colleague is the school’s own.</summary>
    public static IQueryable<ThreadHandover> VisibleTo(this IQueryable<ThreadHandover> handovers, Viewer viewer, KeptDb db)
    {
        var threads = db.MessageThreads.VisibleTo(viewer, db);
        return viewer is FamilyViewer ? handovers.Where(_ => false) : handovers.Where(h => threads.Any(t => t.Id == h.ThreadId));
    }

    /// <summary>By those who see both the message and the entry as it is now.</summary>
    public static IQueryable<MessageEntry> VisibleTo(this IQueryable<MessageEntry> made, Viewer viewer, KeptDb db)
    {
        var messages = db.Messages.VisibleTo(viewer, db);
        var entries = db.LogEntries.VisibleTo(viewer, db);
        return viewer is FamilyViewer ? made.Where(_ => false) : made.Where(e => messages.Any(m => m.Id == e.MessageId) && entries.Any(l => l.Id == e.EntryId));
    }

    /// <summary>
    /// Staff see the file where they see both the message and the document as it is now. Its carer sees what they sent themselves, whatever became of it since: who
    /// takes it over, and why, is not theirs to infer. What the school sent them goes from their sight when it is withdrawn, or held to fewer staff.
    /// </summary>
    public static IQueryable<MessageFile> VisibleTo(this IQueryable<MessageFile> files, Viewer viewer, KeptDb db)
    {
        var messages = db.Messages.VisibleTo(viewer, db);
        var documents = viewer is FamilyViewer
            ? db.Documents.Where(d => d.WithdrawnAt == null && (d.Visibility == Visibility.Staff || d.Visibility == Visibility.Family))
            : db.Documents.VisibleTo(viewer, db);
        return viewer is FamilyViewer
            ? files.Where(f => messages.Any(m => m.Id == f.MessageId && (m.IsFromFamily || documents.Any(d => d.Id == f.DocumentId))))
            : files.Where(f => messages.Any(m => m.Id == f.MessageId) && documents.Any(d => d.Id == f.DocumentId));
    }
}
