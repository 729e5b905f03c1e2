using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>One line of an action's history as people read it: "moved from 2 May to 9 May by Mrs Khan: he was away".</summary>
public sealed class ActionChange : IAboutPupil
{
    /// <summary>The kinds that move an action's day.</summary>
    public static string[] Shifts => ["action-moved", "action-parked", "action-reopened"];

    public required Id<ActionChange> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<AgreedAction> ActionId { get; init; }

    /// <summary>The stored word of the event: "action-moved".</summary>
    public required string Kind { get; init; }

    public required Instant At { get; init; }
    public required Id<Person> ById { get; init; }
    public string? Reason { get; init; }
    public LocalDate? FromDay { get; init; }
    public LocalDate? ToDay { get; init; }
    public Id<Person>? FromOwnerId { get; init; }
    public Id<Person>? ToOwnerId { get; init; }

    public static ActionChange Of(IActionEvent happened, Id<School> school, Id<Person> by, Instant at) => new()
    {
        Id = Id<ActionChange>.New(),
        SchoolId = school,
        PupilId = happened.PupilId,
        ActionId = happened.ActionId,
        Kind = happened.Kind,
        At = at,
        ById = by,
        Reason = happened switch
        {
            ActionMoved moved => moved.Reason,
            ActionReassigned given => given.Reason,
            ActionParked parked => parked.Reason,
            ActionReopened reopened => reopened.Reason,
            _ => null
        },
        FromDay = (happened as ActionMoved)?.From,
        ToDay = happened switch
        {
            ActionMoved moved => moved.To,
            ActionParked parked => parked.LookAgainOn,
            ActionReopened reopened => reopened.DueOn,
            _ => null
        },
        FromOwnerId = (happened as ActionReassigned)?.From,
        ToOwnerId = (happened as ActionReassigned)?.To
    };
}
