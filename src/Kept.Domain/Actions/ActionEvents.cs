using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>A change of one action, kept where people can read it as well as in the ledger.</summary>
public interface IActionEvent : IRecordEvent
{
    Id<AgreedAction> ActionId { get; }
}

public sealed record ActionStarted(Id<Pupil> PupilId, Id<AgreedAction> ActionId) : IActionEvent
{
    public string Kind => "action-started";
}

public sealed record ActionDone(Id<Pupil> PupilId, Id<AgreedAction> ActionId) : IActionEvent
{
    public string Kind => "action-done";
}

public sealed record ActionMoved(Id<Pupil> PupilId, Id<AgreedAction> ActionId, LocalDate From, LocalDate To, string Reason) : IActionEvent
{
    public string Kind => "action-moved";
}

public sealed record ActionReassigned(Id<Pupil> PupilId, Id<AgreedAction> ActionId, Id<Person> From, Id<Person> To, string Reason) : IActionEvent
{
    public string Kind => "action-reassigned";
}

public sealed record ActionParked(Id<Pupil> PupilId, Id<AgreedAction> ActionId, LocalDate LookAgainOn, string Reason) : IActionEvent
{
    public string Kind => "action-parked";
}

public sealed record ActionReopened(Id<Pupil> PupilId, Id<AgreedAction> ActionId, LocalDate DueOn, string Reason) : IActionEvent
{
    public string Kind => "action-reopened";
}

/// <summary>Actions taken over from the school's spreadsheet.</summary>
public sealed record ActionsImported(Id<Pupil> PupilId, int Count) : IRecordEvent
{
    public string Kind => "actions-imported";
}

/// <summary>A carer said whether it happened. No change of the action: the school's word stands beside it.</summary>
public sealed record ActionAnswered(Id<Pupil> PupilId, Id<AgreedAction> ActionId) : IRecordEvent
{
    public string Kind => "action-answered";
}
