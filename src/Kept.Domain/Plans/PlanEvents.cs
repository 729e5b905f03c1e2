using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Plans;

public sealed record PlanStarted(Id<Pupil> PupilId, Id<SupportPlan> PlanId) : IRecordEvent
{
    public string Kind => "plan-started";
}

public sealed record PlanPublished(Id<Pupil> PupilId, Id<PlanVersion> VersionId) : IRecordEvent
{
    public string Kind => "plan-published";
}

public sealed record PlanReviewed(Id<Pupil> PupilId, Id<PlanReview> ReviewId) : IRecordEvent
{
    public string Kind => "plan-reviewed";
}

/// <summary>A carer said what they think of a part of a plan.</summary>
public sealed record PlanViewGiven(Id<Pupil> PupilId, Id<PlanView> ViewId) : IRecordEvent
{
    public string Kind => "plan-view-given";
}

public sealed record PlanViewAnswered(Id<Pupil> PupilId, Id<PlanView> ViewId) : IRecordEvent
{
    public string Kind => "plan-view-answered";
}
