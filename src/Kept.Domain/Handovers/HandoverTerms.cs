using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.Handovers;

/// <summary>Who hands over whose child to whom, and why: "new class teacher from September".</summary>
/// <param name="To">The adult who receives it.</param>
public sealed record HandoverTerms(Id<School> SchoolId, Id<Pupil> PupilId, Id<Person> FromId, Owner? To, string? Why);

/// <summary>An action that is still to do, with the one person who shall own it from now on; that may be who owns it already.</summary>
public sealed record ProposedOwner(AgreedAction Action, Owner? Owner)
{
    public const string FieldName = "Owner";

    /// <summary>
    /// Whether it is a part of a handover to this adult. What they may not see never is, and safeguarding is handed on by the
    /// safeguarding leads themselves.
    /// </summary>
    public bool IsFor(Owner to) => Action.Visibility is not Visibility.Safeguarding && Action.Status is not ActionStatus.Done && to.MaySee(Action.Visibility);

    /// <summary>What is wrong with the proposal: no action may be left without an owner who can do it.</summary>
    public Refusal? RefusalFor(Owner to, NodaTime.LocalDate today)
    {
        if (Action.Status is ActionStatus.Done)
        {
            return null;
        }

        if (Owner is null)
        {
            return new Refusal("Choose who will own this from now on. No action may be left without somebody", FieldName);
        }

        if (IsFor(to))
        {
            return Owner.RefusalOn(today, Action.Visibility);
        }

        return Owner.PersonId == Action.OwnerId ? null
            : Owner.RefusalOn(today, Action.Visibility)
                ?? new Refusal($"{to.Name} may not see this action, so it is no part of the handover. Give it to {Owner.Name} on its own page", FieldName);
    }
}

/// <summary>Something the family still waits to hear: a contact that is logged, or the giver's own words.</summary>
public sealed record OpenQuestion(Enquiry? Enquiry, string? Words);
