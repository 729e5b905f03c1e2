using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>One meeting as a carer who is asked to it reads it.</summary>
/// <param name="Record">What was written down; null where there is none yet, or it is not shared.</param>
/// <param name="Agreed">What was agreed in it.</param>
/// <param name="Sent">What the reader has said before it.</param>
/// <param name="Draft">What the reader has begun to say.</param>
/// <param name="Said">What the reader says of the record, the latest first.</param>
/// <param name="Interpreter">The reader’s own; null where none was asked for.</param>
public sealed record MeetingFileShared(
    MeetingShared Meeting, ConversationShared? Record, IReadOnlyList<Agreement> Agreed, IReadOnlyList<OwnWords> Sent, Say? Draft, IReadOnlyList<Confirmation> Said,
    InterpreterRequest? Interpreter)
{
    /// <summary>When the reader last kept what is half written. Null where nothing is.</summary>
    public Instant? DraftSavedAt { get; init; }

    /// <summary>What the reader has recorded and not sent.</summary>
    public IReadOnlyList<SayDraftRecording> Recordings { get; init; } = [];

    /// <summary>What is asked now; then what is asked no more and has a half-written answer.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];

    /// <summary>A time that the reader booked, and may give back.</summary>
    public bool MayBeGivenBack { get; init; }

    public bool IsToCome => Meeting.Status is MeetingStatus.Planned or MeetingStatus.Running;

    /// <summary>What they say of the record as it is now; what they said before a correction is of another text.</summary>
    public Confirmation? SaidOfThis => Said.FirstOrDefault(c => c.EntryVersion == Record?.Version);

    public bool MayBeConfirmed => Meeting.Status is MeetingStatus.Held && Record is not null;
}

/// <param name="On">The day they were sent.</param>
public sealed record OwnWords(string Words, LocalDate On)
{
    /// <summary>As it was asked then. Null where the answer is older than what is known of it.</summary>
    public AskedQuestion? Question { get; init; }

    /// <summary>What the child pointed at.</summary>
    public IReadOnlyList<SayPicture> Pictures { get; init; } = [];

    /// <summary>Null where none came with them.</summary>
    public Id<ContributionFile>? Recording { get; init; }
}

/// <summary>A recording of the reader’s own.</summary>
/// <param name="DocumentId">Null while it is not sent.</param>
public sealed record OwnRecording(string Name, FileKind Kind, string Sha256, long Bytes, Id<Document>? DocumentId);
