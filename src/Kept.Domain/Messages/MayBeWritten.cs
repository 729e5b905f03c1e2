using Kept.Domain.People;
using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>Whether a carer may be written to about a child, and write themselves (rule 10). The sentence is for staff; the carer is never told.</summary>
public static class MayBeWritten
{
    public static Refusal? Refusal(Person carer, Relationship tie, Pupil pupil, LocalDate today)
    {
        if (!tie.MayBeToldOn(today))
        {
            return new Refusal($"{carer.Name} may not be told about {pupil.GivenName}: read the restriction on the pupil’s people");
        }

        if (!carer.IsActiveOn(today))
        {
            return new Refusal($"{carer.Name} is in the record no more");
        }

        return pupil.IsOnRollOn(today) ? null : new Refusal($"{pupil.GivenName} has left the school, so that the family reads nothing here any more");
    }
}
