using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;

namespace Kept.Domain.Plans;

/// <summary>What a plan can change because of.</summary>
public enum CauseKind
{
    Entry,
    Action,
    Review,
    Meeting
}

/// <summary>What led to a version of a plan. The family reads that there was something; what it was is shown to those who may see it.</summary>
/// <param name="Id">Of the entry, action, review or meeting.</param>
public sealed record PlanCause(CauseKind Kind, Guid Id)
{
    public const string FieldName = "Cause";

    public static Result<PlanCause> Of(LogEntry entry, Id<Pupil> pupil) => Of(CauseKind.Entry, entry.Id.Value, entry.PupilId == pupil, entry.Visibility);

    public static Result<PlanCause> Of(AgreedAction action, Id<Pupil> pupil) => Of(CauseKind.Action, action.Id.Value, action.PupilId == pupil, action.Visibility);

    public static Result<PlanCause> Of(Meeting meeting, Id<Pupil> pupil) => Of(CauseKind.Meeting, meeting.Id.Value, meeting.PupilId == pupil, meeting.Visibility);

    public static PlanCause Of(PlanReview review) => new(CauseKind.Review, review.Id.Value);

    /// <summary>A plan is read by the family: nothing in it, not even its history, points at a safeguarding record.</summary>
    private static Result<PlanCause> Of(CauseKind kind, Guid id, bool isTheirs, Visibility visibility) =>
        !isTheirs ? new Refusal("That is not about this child. Choose from what is offered", FieldName)
        : visibility is Visibility.Safeguarding ? new Refusal("A plan is shared with the family, so it cannot name a safeguarding record", FieldName)
        : new PlanCause(kind, id);
}
