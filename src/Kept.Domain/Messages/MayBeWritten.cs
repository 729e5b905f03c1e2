using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>Whether a carer may be written to about a child, and write themselves (rule 10). The sentence is for staff; the carer is never told.</summary>
public static class MayBeWritten
{
    public static Refusal? Refusal(Person carer, Relationship tie, Pupil pupil, LocalDate today, Nation nation)
    {
        if (!tie.MayBeToldOn(today))
        {
            return new Refusal($"{carer.Name} may not be told about {pupil.GivenName}: {tie.WhyNotTold(today)}. Read it on the pupil’s people");
        }

        if (pupil.AsksWhoDecidesOn(today, nation))
        {
            return new Refusal($"{pupil.GivenName} is over 16. Write down who decides first, on the pupil’s page: nothing more goes to carers until then");
        }

        if (!carer.IsActiveOn(today))
        {
            return new Refusal($"{carer.Name} is in the record no more");
        }

        return pupil.IsOnRollOn(today) ? null : new Refusal($"{pupil.GivenName} has left the school, so that the family reads nothing here any more");
    }
}
