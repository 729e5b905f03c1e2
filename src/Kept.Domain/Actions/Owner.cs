using Kept.Domain.Access;
using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>Somebody who may be given an action: one named person, with what they may see (rule 1).</summary>
/// <param name="Roles">A member of staff's roles; empty for carers and professionals.</param>
/// <param name="MayNotBeTold">A carer whom a court order keeps from being told or contacted: an action would tell them.</param>
public sealed record Owner(
    Id<Person> PersonId, PersonKind Kind, string Name, LocalDate? LeftOn, IReadOnlyList<StaffRole> Roles, bool MayNotBeTold = false)
{
    /// <summary>An owner who could not see their own action would never do it.</summary>
    public bool MaySee(Visibility visibility) => Kind switch
    {
        PersonKind.Carer => visibility is Visibility.Family,
        PersonKind.Professional => visibility is not Visibility.Safeguarding,
        _ => Sight.Of(Roles).MaySee.Contains(visibility)
    };

    public Refusal? RefusalOn(LocalDate today, Visibility visibility)
    {
        if (LeftOn is { } left && left < today)
        {
            return new Refusal($"{Name} has left. Choose somebody who is here", "Owner");
        }

        if (MayNotBeTold)
        {
            return new Refusal($"{Name} may not be told about this child, so cannot own an action. Read why on the pupil’s page", "Owner");
        }

        if (!MaySee(visibility))
        {
            return new Refusal(
                Kind is PersonKind.Carer
                    ? $"{Name} could not see this action. Share it with the family, or choose another owner"
                    : $"{Name} may not see this part of the record. Choose another owner, or let more people see it",
                "Owner");
        }

        return null;
    }
}
