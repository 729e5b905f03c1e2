using Kept.Domain.Documents;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Messages;

internal sealed class MessageThreadMapping : IEntityTypeConfiguration<MessageThread>
{
    public void Configure(EntityTypeBuilder<MessageThread> thread)
    {
        thread.IsRecordedAs("message-thread");
        thread.Property(t => t.Subject).HasMaxLength(MessageThread.SubjectMaxLength);
        thread.Property(t => t.Version).IsConcurrencyToken();
        thread.Refers<MessageThread, Person>(nameof(MessageThread.CarerId));
        thread.Refers<MessageThread, Person>(nameof(MessageThread.WithId));
        thread.HasIndex(t => new { t.SchoolId, t.ClosedAt, t.StartedAt });
        thread.HasIndex(t => new { t.SchoolId, t.PupilId, t.CarerId });
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.IsRecordedAs("message");
        message.AsksForTranslation();
        message.Property(m => m.Words).HasMaxLength(Message.WordsMaxLength);
        message.Property(m => m.Language).HasMaxLength(35);
        message.Refers<Message, MessageThread>(nameof(Message.ThreadId));
        message.Refers<Message, Person>(nameof(Message.FromId));
        message.HasIndex(m => new { m.SchoolId, m.ThreadId, m.Number }).IsUnique();
        message.HasIndex(m => new { m.SchoolId, m.PupilId });

        // What families wrote lately is looked through before news.
        message.HasIndex(m => new { m.SchoolId, m.At }).HasFilter("is_from_family");
    }
}

internal sealed class ThreadHandoverMapping : IEntityTypeConfiguration<ThreadHandover>
{
    public void Configure(EntityTypeBuilder<ThreadHandover> handover)
    {
        handover.IsRecordedAs("thread-handover");
        handover.Property(h => h.Reason).HasMaxLength(ThreadHandover.ReasonMaxLength);
        handover.Refers<ThreadHandover, MessageThread>(nameof(ThreadHandover.ThreadId));
        handover.Refers<ThreadHandover, Person>(nameof(ThreadHandover.FromId));
        handover.Refers<ThreadHandover, Person>(nameof(ThreadHandover.ToId));
        handover.Refers<ThreadHandover, Person>(nameof(ThreadHandover.ById));
        handover.HasIndex(h => new { h.SchoolId, h.ThreadId, h.At });
        handover.HasIndex(h => new { h.SchoolId, h.PupilId });
    }
}

internal sealed class MessageEntryMapping : IEntityTypeConfiguration<MessageEntry>
{
    public void Configure(EntityTypeBuilder<MessageEntry> made)
    {
        made.IsRecordedAs("message-entry");
        made.Refers<MessageEntry, Message>(nameof(MessageEntry.MessageId));
        made.Refers<MessageEntry, LogEntry>(nameof(MessageEntry.EntryId));
        made.Refers<MessageEntry, Person>(nameof(MessageEntry.ById));
        made.HasIndex(e => new { e.SchoolId, e.EntryId }).IsUnique();
        made.HasIndex(e => new { e.SchoolId, e.MessageId });
        made.HasIndex(e => new { e.SchoolId, e.PupilId });
    }
}

internal sealed class MessageFileMapping : IEntityTypeConfiguration<MessageFile>
{
    public void Configure(EntityTypeBuilder<MessageFile> file)
    {
        file.IsRecordedAs("message-file");
        file.Refers<MessageFile, Message>(nameof(MessageFile.MessageId));
        file.Refers<MessageFile, Document>(nameof(MessageFile.DocumentId));
        file.HasIndex(f => new { f.SchoolId, f.MessageId, f.Number }).IsUnique();
        file.HasIndex(f => new { f.SchoolId, f.DocumentId });
        file.HasIndex(f => new { f.SchoolId, f.PupilId });
    }
}

internal sealed class MessageOpeningMapping : IEntityTypeConfiguration<MessageOpening>
{
    public void Configure(EntityTypeBuilder<MessageOpening> opening)
    {
        opening.IsKeptBySchool();
        opening.Refers<MessageOpening, MessageThread>(nameof(MessageOpening.ThreadId));
        opening.Refers<MessageOpening, Person>(nameof(MessageOpening.PersonId));
        opening.HasIndex(o => new { o.SchoolId, o.ThreadId, o.At });
        opening.HasIndex(o => new { o.SchoolId, o.PersonId });
    }
}
