using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Meetings;

public sealed record MeetingBooked(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-booked";
}

public sealed record MeetingChanged(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-changed";
}

public sealed record MeetingStarted(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-started";
}

public sealed record MeetingNotStarted(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-not-started";
}

public sealed record MeetingHeld(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-held";
}

public sealed record MeetingCancelled(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-cancelled";
}

public sealed record AttendanceTaken(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "attendance-taken";
}

public sealed record NotesTaken(Id<Pupil> PupilId, Id<Meeting> MeetingId) : IRecordEvent
{
    public string Kind => "meeting-notes-taken";
}

public sealed record ContributionReceived(Id<Pupil> PupilId, Id<Contribution> ContributionId) : IRecordEvent
{
    public string Kind => "contribution-received";
}

public sealed record PointAdded(Id<Pupil> PupilId, Id<AgendaPoint> PointId) : IRecordEvent
{
    public string Kind => "agenda-point-added";
}

/// <summary>Agreed while the meeting runs; it becomes an action when the meeting ends.</summary>
public sealed record LineAgreed(Id<Pupil> PupilId, Id<MeetingLine> LineId) : IRecordEvent
{
    public string Kind => "meeting-line-agreed";
}

public sealed record LineDropped(Id<Pupil> PupilId, Id<MeetingLine> LineId) : IRecordEvent
{
    public string Kind => "meeting-line-dropped";
}

public sealed record ReviewStepTaken(Id<Pupil> PupilId, Id<ReviewStep> StepId) : IRecordEvent
{
    public string Kind => "review-step-taken";
}

/// <summary>A carer said of the written record that it is what was agreed, or that it is not.</summary>
public sealed record MeetingConfirmed(Id<Pupil> PupilId, Id<Confirmation> ConfirmationId) : IRecordEvent
{
    public string Kind => "meeting-confirmed";
}

/// <summary>Somebody asked for an interpreter at a meeting, or said what became of it.</summary>
public sealed record InterpreterChanged(Id<Pupil> PupilId, Id<InterpreterRequest> RequestId) : IRecordEvent
{
    public string Kind => "interpreter-changed";
}
