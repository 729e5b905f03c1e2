using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>How far an action had come in the school's own spreadsheet.</summary>
/// <param name="DoneOn">For a done action; the day it was due where the spreadsheet does not say.</param>
public sealed record ActionSoFar(ActionStatus Status, LocalDate? DoneOn = null, string? Evidence = null);

public sealed partial class AgreedAction
{
    /// <summary>
    /// Takes over an action with the history it has. It needs what every action needs, one owner and a date; but the date may be past,
    /// and what is done stays done, even by somebody who has left since.
    /// </summary>
    public static Result<AgreedAction> TakeOver(
        ActionAgreement agreed, Owner? owner, LocalDate? dueOn, ActionSoFar soFar, LocalDate today, Instant at)
    {
        if (agreed.AgreedOn > today)
        {
            return new Refusal("The day it was agreed is in the future", nameof(AgreedOn));
        }

        if (Reason.TooLong(soFar.Evidence, nameof(Evidence)) is { } tooLong)
        {
            return tooLong;
        }

        if (!Begin(agreed, owner, dueOn, at).Allowed(out var action, out var refused))
        {
            return refused;
        }

        action.Status = soFar.Status;
        action.Evidence = Text.Tidy(soFar.Evidence);
        if (soFar.Status is not ActionStatus.Done)
        {
            return owner!.RefusalOn(today, agreed.Visibility) is { } cannot ? cannot : action;
        }

        action.DoneOn = soFar.DoneOn ?? LocalDate.Min(action.DueOn, today);
        return action.DoneOn < action.AgreedOn || action.DoneOn > today
            ? new Refusal("The day it was done must be between the day it was agreed and today", nameof(DoneOn))
            : action;
    }

    /// <summary>What every action needs, however it came to be.</summary>
    private static Result<AgreedAction> Begin(ActionAgreement agreed, Owner? owner, LocalDate? dueOn, Instant at)
    {
        if (Text.Tidy(agreed.What) is not { } what)
        {
            return new Refusal("Enter what has been agreed", nameof(What));
        }

        if (what.Length > WhatMaxLength)
        {
            return new Refusal($"An action must be {WhatMaxLength} characters or fewer. Put the rest in the note", nameof(What));
        }

        if (owner is null)
        {
            return new Refusal("Choose the one person who will do this", "Owner");
        }

        if (dueOn is not { } due)
        {
            return new Refusal("Enter the date it will be done or reviewed by", nameof(DueOn));
        }

        if (due < agreed.AgreedOn)
        {
            return new Refusal("The date must be on or after the day it was agreed", nameof(DueOn));
        }

        return new AgreedAction
        {
            Id = Id<AgreedAction>.New(),
            SchoolId = agreed.SchoolId,
            PupilId = agreed.PupilId,
            EntryId = agreed.EntryId,
            Source = agreed.Source,
            What = what,
            Visibility = agreed.Visibility,
            AgreedOn = agreed.AgreedOn,
            CreatedAt = at,
            OwnerId = owner.PersonId,
            DueOn = due,
            TouchedAt = at
        };
    }
}
