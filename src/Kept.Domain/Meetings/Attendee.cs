using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

public enum Attendance
{
    Invited,
    Attended,
    SentApologies,
    DidNotCome
}

/// <summary>What belongs to one meeting, and is seen by those who see that.</summary>
public interface IPartOfMeeting : IAboutPupil
{
    Id<Meeting> MeetingId { get; }
}

/// <summary>One person asked to one meeting: separated parents are two, each asked by themselves.</summary>
public sealed class Attendee : IPartOfMeeting
{
    public required Id<Attendee> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required MeetingPart Part { get; init; }

    /// <summary>Null for the child.</summary>
    public Id<Person>? PersonId { get; init; }

    public required Instant InvitedAt { get; init; }
    public Attendance Attendance { get; private set; }

    /// <summary>Taken off the list again before the meeting: the invitation stays in the record.</summary>
    public bool IsWithdrawn { get; private set; }

    public bool IsHere => Attendance is Attendance.Attended && !IsWithdrawn;

    public Attendance Mark(Attendance attendance) => Attendance = attendance;

    internal void Withdraw() => IsWithdrawn = true;

    internal void AskAgain() => IsWithdrawn = false;

    internal static Attendee Of(Meeting meeting, Guest guest, Instant at) => new()
    {
        Id = Id<Attendee>.New(),
        SchoolId = meeting.SchoolId,
        PupilId = meeting.PupilId,
        MeetingId = meeting.Id,
        Part = guest.Part,
        PersonId = guest.PersonId,
        InvitedAt = at
    };
}
