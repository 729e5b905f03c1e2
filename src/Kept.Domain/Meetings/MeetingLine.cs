using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>
/// One thing agreed while a meeting runs: already with one owner, so that reading back has no gaps. It becomes an action when the meeting
/// ends, since until then everything can be talked about again.
/// </summary>
public sealed class MeetingLine : IPartOfMeeting
{
    public const int Most = 20;

    public required Id<MeetingLine> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required string What { get; init; }
    public required Id<Person> OwnerId { get; init; }

    /// <summary>Null where the line names no day: then it is the day of the review.</summary>
    public LocalDate? DueOn { get; init; }

    public required Id<Person> WrittenById { get; init; }
    public required Instant WrittenAt { get; init; }

    /// <summary>Taken back before the end; it stays readable in the ledger.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Refuses now what ending the meeting would refuse later.</summary>
    public static Result<MeetingLine> Agree(
        Meeting meeting, int already, string? what, Owner? owner, LocalDate? dueOn, LocalDate today, Id<Person> by, Instant at)
    {
        if (meeting.Status is not MeetingStatus.Running)
        {
            return new Refusal("This meeting is not running. Reload the page to see what happened");
        }

        if (already >= Most)
        {
            return new Refusal($"There are {Most} lines already: end the meeting, and log what comes after", nameof(What));
        }

        var agreement = Agreement(meeting, null, what);
        if (AgreedAction.Agree(agreement, owner, dueOn ?? LocalDate.Max(today, meeting.TakesPlaceOn), today, at).Refused(out var refused))
        {
            return refused;
        }

        return new MeetingLine
        {
            Id = Id<MeetingLine>.New(),
            SchoolId = meeting.SchoolId,
            PupilId = meeting.PupilId,
            MeetingId = meeting.Id,
            What = Text.Tidy(what)!,
            OwnerId = owner!.PersonId,
            DueOn = dueOn,
            WrittenById = by,
            WrittenAt = at
        };
    }

    public LineDropped Drop()
    {
        IsDropped = true;
        return new LineDropped(PupilId, Id);
    }

    internal ActionAgreement Agreement(Meeting meeting, Id<LogEntry> entry) => Agreement(meeting, entry, What);

    private static ActionAgreement Agreement(Meeting meeting, Id<LogEntry>? entry, string? what) =>
        new(meeting.SchoolId, meeting.PupilId, entry, meeting.Kind.InWords(), what, meeting.Visibility, meeting.TakesPlaceOn);
}

/// <summary>What became of an open row that a meeting went through.</summary>
public enum RowOutcome
{
    Kept,
    Done,
    Moved,
    Parked
}

/// <summary>That a meeting has gone through one row of the open log: what is left to go through survives a closed lid.</summary>
public sealed class RowGoneThrough : IPartOfMeeting
{
    public required Id<RowGoneThrough> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<AgreedAction> ActionId { get; init; }
    public required RowOutcome Outcome { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }

    public static RowGoneThrough In(Meeting meeting, AgreedAction action, RowOutcome outcome, Id<Person> by, Instant at) => new()
    {
        Id = Id<RowGoneThrough>.New(),
        SchoolId = meeting.SchoolId,
        PupilId = meeting.PupilId,
        MeetingId = meeting.Id,
        ActionId = action.Id,
        Outcome = outcome,
        ById = by,
        At = at
    };
}
