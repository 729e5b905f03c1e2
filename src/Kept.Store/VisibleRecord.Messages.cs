using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Store.Messages;

namespace Kept.Store;

/// <summary>The door to messages between families and the school, and to what came with them.</summary>
public sealed partial class VisibleRecord
{
    public IQueryable<MessageThread> Threads => db.MessageThreads.VisibleTo(viewer, db);

    public IQueryable<Message> Messages => db.Messages.VisibleTo(viewer, db);

    public IQueryable<MessageOpening> MessageOpenings => db.MessageOpenings.VisibleTo(viewer, db);

    public IQueryable<ThreadHandover> ThreadHandovers => db.ThreadHandovers.VisibleTo(viewer, db);

    public IQueryable<MessageEntry> MessageEntries => db.MessageEntries.VisibleTo(viewer, db);

    public IQueryable<MessageFile> MessageFiles => db.MessageFiles.VisibleTo(viewer, db);

    /// <summary>The very files that were sent. Of their own messages a carer reads them as they were; staff as far as they see the version.</summary>
    internal IQueryable<DocumentVersion> VersionsSent => (viewer is FamilyViewer ? db.DocumentVersions : DocumentVersions).Where(v => v.Number == DocumentVersion.First);

    /// <summary>Of all that is kept, to find whether a form was sent before: nothing of it is shown.</summary>
    internal IQueryable<Message> EveryMessage => db.Messages;

    /// <summary>The same for the files with it, by their content.</summary>
    internal IQueryable<string> EveryFileWith(Id<Message> message) =>
        db.MessageFiles.Where(f => f.MessageId == message).Join(db.DocumentVersions.Where(v => v.Number == DocumentVersion.First), f => f.DocumentId, v => v.DocumentId, (f, v) => v.Sha256);

    /// <summary>What hangs on threads that are narrowed already.</summary>
    internal (IQueryable<Message> Messages, IQueryable<MessageOpening> Openings) OfNarrowedThreads => (db.Messages, db.MessageOpenings);
}
