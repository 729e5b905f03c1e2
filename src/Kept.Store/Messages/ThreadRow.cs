using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Messages;

/// <summary>A thread as a list shows it.</summary>
/// <param name="CarerKind">Who the carer is to the child: "mother". Null where they are tied to the child no more.</param>
/// <param name="WithName">Who answers; null while nobody does.</param>
/// <param name="WaitingSince">When the family wrote what has had no answer; from the messages each time.</param>
/// <param name="MayBeTold">Whether the carer may be written to today (rule 10).</param>
public sealed record ThreadRow(
    Id<MessageThread> Id, Id<Pupil> PupilId, string PupilName, Id<Person> CarerId, string CarerName, string? CarerKind, string Subject, Id<Person>? WithId, string? WithName,
    Instant? ClosedAt, int Count, Instant LastAt, Instant? WaitingSince, bool MayBeTold)
{
    /// <summary>Nobody waits in a thread in which nobody may answer.</summary>
    public Standing Standing => new(ClosedAt is not null, MayBeTold ? WaitingSince : null);

    public LocalDate LastOn => LastAt.InZone(School.Zone).Date;
}

/// <summary>A message in its place.</summary>
/// <param name="EntryId">The entry of the log that was made of it, where the viewer sees that.</param>
public sealed record MessageLine(Message Message, string From, Id<Domain.Log.LogEntry>? EntryId)
{
    /// <summary>Who opened it, and first when: each once, the earliest first.</summary>
    public IReadOnlyList<OpenedBy> Openings { get; init; } = [];

    /// <summary>What came with it, as far as the viewer sees it.</summary>
    public IReadOnlyList<SentFileRow> Files { get; init; } = [];
}

/// <summary>A file as it was sent with a message.</summary>
public sealed record SentFileRow(
    Id<MessageFile> Id, Id<Message> MessageId, Id<Document> DocumentId, string Name, FileKind Kind, long Bytes, string Sha256);

public sealed record OpenedBy(Id<Person> PersonId, string Name, Instant At);

public sealed record PassedOnLine(string To, string By, string Reason, Instant At);

/// <summary>A thread with everything in it, the first message first.</summary>
public sealed record ThreadFile(ThreadRow Row, IReadOnlyList<MessageLine> Messages, IReadOnlyList<PassedOnLine> Handovers)
{
    /// <summary>Whether somebody has opened every message that others wrote.</summary>
    public bool HasOpenedAll(Id<Person> person) => Messages.Where(m => m.Message.FromId != person).All(m => m.Openings.Any(o => o.PersonId == person));
}
