using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>One thing one person will do by a date.</summary>
public sealed partial class AgreedAction : IAboutPupil
{
    public const int WhatMaxLength = 300;
    public const int ReasonMaxLength = 500;

    public required Id<AgreedAction> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>The entry that it was agreed in; null for one taken over from a spreadsheet.</summary>
    public Id<LogEntry>? EntryId { get; init; }

    /// <summary>Where it was agreed, in words, when that is no entry: "Annual review".</summary>
    public string? Source { get; init; }

    public required string What { get; init; }
    public Visibility Visibility { get; private set; }

    /// <summary>The day it was agreed.</summary>
    public required LocalDate AgreedOn { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Exactly one, always (rule 1).</summary>
    public Id<Person> OwnerId { get; private set; }

    /// <summary>Always there (rule 2). For a parked action, the day to look again.</summary>
    public LocalDate DueOn { get; private set; }

    public ActionStatus Status { get; private set; }

    /// <summary>When anybody last did something to it; looking does not count (rule 13).</summary>
    public Instant TouchedAt { get; private set; }

    public LocalDate? DoneOn { get; private set; }

    /// <summary>What shows that it was done: "emailed 3 May", "in the reading record".</summary>
    public string? Evidence { get; private set; }

    public string? WhatChanged { get; private set; }

    /// <summary>Raised with every change; a save from an older version is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => Status.IsOpen();

    public bool IsLateOn(LocalDate today) => IsOpen && DueOn < today;

    public bool IsDueOn(LocalDate today) => IsOpen && DueOn == today;

    /// <summary>A parked action whose day to look again has come.</summary>
    public bool IsToLookAgainOn(LocalDate today) => Status is ActionStatus.Parked && DueOn <= today;

    /// <summary>Open and untouched for so long that nobody can still mean it.</summary>
    public bool IsDeadAt(Instant now, int deadAfterDays) => IsOpen && now - TouchedAt >= Duration.FromDays(deadAfterDays);

    public static Result<AgreedAction> Agree(ActionAgreement agreed, Owner? owner, LocalDate? dueOn, LocalDate today, Instant at)
    {
        if (!Begin(agreed, owner, dueOn, at).Allowed(out var action, out var refused))
        {
            return refused;
        }

        return owner!.RefusalOn(today, agreed.Visibility) is { } cannot ? cannot : action;
    }

    public Result<ActionStarted> Start(Instant at)
    {
        if (Status is not ActionStatus.Open)
        {
            return new Refusal($"This action is {Status.InWords().ToLowerInvariant()} already. Reload the page to see what happened");
        }

        Status = ActionStatus.InProgress;
        Touch(at);
        return new ActionStarted(PupilId, Id);
    }

    public Result<ActionDone> MarkDone(string? whatChanged, string? evidence, LocalDate today, Instant at)
    {
        if (Status is ActionStatus.Done)
        {
            return new Refusal("This action is already done");
        }

        if ((Reason.TooLong(whatChanged, nameof(WhatChanged)) ?? Reason.TooLong(evidence, nameof(Evidence))) is { } tooLong)
        {
            return tooLong;
        }

        Status = ActionStatus.Done;
        DoneOn = today;
        WhatChanged = Text.Tidy(whatChanged);
        Evidence = Text.Tidy(evidence);
        Touch(at);
        return new ActionDone(PupilId, Id);
    }

    public Result<ActionMoved> MoveTo(LocalDate? day, string? reason, LocalDate today, Instant at)
    {
        if (Status is ActionStatus.Done)
        {
            return new Refusal("This action is done. Reopen it first");
        }

        if (day is not { } to)
        {
            return new Refusal("Enter the new date", nameof(DueOn));
        }

        if (to < today)
        {
            return new Refusal("The new date must be today or later", nameof(DueOn));
        }

        if (to == DueOn)
        {
            return new Refusal("That is the date it already has", nameof(DueOn));
        }

        if (Reason.Needed(reason, "Say why the date moves: the family will ask") is { } refused)
        {
            return refused;
        }

        var from = DueOn;
        DueOn = to;
        Touch(at);
        return new ActionMoved(PupilId, Id, from, to, Text.Tidy(reason)!);
    }

    public Result<ActionReassigned> GiveTo(Owner? owner, string? reason, LocalDate today, Instant at)
    {
        if (Status is ActionStatus.Done)
        {
            return new Refusal("This action is done. Reopen it first");
        }

        if (owner is null)
        {
            return new Refusal("Choose the one person who will do this", "Owner");
        }

        if (owner.PersonId == OwnerId)
        {
            return new Refusal($"{owner.Name} has this action already", "Owner");
        }

        if (owner.RefusalOn(today, Visibility) is { } cannot)
        {
            return cannot;
        }

        if (Reason.Needed(reason, "Say why it goes to somebody else") is { } refused)
        {
            return refused;
        }

        var from = OwnerId;
        OwnerId = owner.PersonId;
        Touch(at);
        return new ActionReassigned(PupilId, Id, from, owner.PersonId, Text.Tidy(reason)!);
    }

    public Result<ActionParked> Park(string? reason, LocalDate? lookAgainOn, LocalDate today, Instant at)
    {
        if (Status is ActionStatus.Done or ActionStatus.Parked)
        {
            return new Refusal($"This action is {Status.InWords().ToLowerInvariant()} already");
        }

        if (Reason.Needed(reason, "Say why it is parked") is { } refused)
        {
            return refused;
        }

        if (lookAgainOn is not { } again || again <= today)
        {
            return new Refusal("Enter a date after today to look at it again", nameof(DueOn));
        }

        Status = ActionStatus.Parked;
        DueOn = again;
        Touch(at);
        return new ActionParked(PupilId, Id, again, Text.Tidy(reason)!);
    }

    public Result<ActionReopened> Reopen(string? reason, LocalDate? dueOn, LocalDate today, Instant at)
    {
        if (IsOpen)
        {
            return new Refusal("This action is open already");
        }

        if (Reason.Needed(reason, "Say why it is opened again") is { } refused)
        {
            return refused;
        }

        if (dueOn is not { } due || due < today)
        {
            return new Refusal("Enter the date it will be done by: today or later", nameof(DueOn));
        }

        Status = ActionStatus.Open;
        DueOn = due;
        DoneOn = null;
        Touch(at);
        return new ActionReopened(PupilId, Id, due, Text.Tidy(reason)!);
    }

    /// <summary>
    /// Follows its entry when that is shown to other people. Refused where the owner could then no longer see what they still have
    /// to do; what is done keeps nobody waiting, and goes along.
    /// </summary>
    /// <param name="visibility">The entry's.</param>
    /// <param name="owner">Null for somebody who can own nothing about this pupil any more.</param>
    public Refusal? ShowTo(Visibility visibility, Owner? owner)
    {
        if (Visibility == visibility)
        {
            return null;
        }

        if (Status is not ActionStatus.Done && owner?.MaySee(visibility) is not true)
        {
            return new Refusal(
                owner is null
                    ? "An action agreed here belongs to somebody who is no longer with this child. Give it to somebody else first"
                    : $"{owner.Name} owns an action agreed here and could no longer see it. Give it to somebody else first",
                nameof(Visibility));
        }

        Visibility = visibility;
        Version++;
        return null;
    }

    /// <summary>What is done anew or begun again, the family has not spoken of.</summary>
    private void Touch(Instant at)
    {
        TouchedAt = at;
        FamilySays = null;
        Version++;
    }
}
