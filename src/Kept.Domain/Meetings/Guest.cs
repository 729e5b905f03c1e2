using Kept.Domain.Actions;
using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>On which side of the table somebody sits.</summary>
public enum MeetingPart
{
    Staff,
    Carer,
    Professional,

    /// <summary>The child or young person whom it is about.</summary>
    Child
}

/// <summary>Somebody who could be asked to a meeting about one pupil, with what may stand against it.</summary>
/// <param name="PersonId">Null for the child, who is the pupil and no person of the address book.</param>
/// <param name="Tie">What ties a carer to the child; null for everybody else.</param>
public sealed record Guest(Id<Person>? PersonId, MeetingPart Part, string Name, LocalDate? LeftOn, Relationship? Tie)
{
    public static Guest TheChild(string name) => new(null, MeetingPart.Child, name, null, null);

    public static Guest CarerOf(Person carer, Relationship tie) => new(carer.Id, MeetingPart.Carer, carer.Name, carer.LeftOn, tie);

    public static Guest Of(Owner owner) => new(
        owner.PersonId, owner.Kind is PersonKind.Professional ? MeetingPart.Professional : MeetingPart.Staff, owner.Name, owner.LeftOn, null);

    /// <summary>Why they cannot be asked, in a sentence for staff. A restricted carer is never told of a meeting by accident (rule 10).</summary>
    public Refusal? RefusalOn(LocalDate day)
    {
        if (LeftOn is { } left && left < day)
        {
            return new Refusal($"{Name} has left. Choose somebody who is here", "Guests");
        }

        if (Tie is not null && !Tie.MayBeToldOn(day))
        {
            var why = Tie.Restriction switch
            {
                _ when !Tie.IsRestrictedOn(day) => "is not to be told: the young person decides",
                ContactRestriction.NoContact => "may not be contacted about this child",
                ContactRestriction.NoInformation => "may not be told about this child",
                _ => "may be told only some things about this child"
            };
            return new Refusal($"{Name} {why}, so cannot be invited. Read why on the pupil’s page", "Guests");
        }

        return Part is MeetingPart.Carer && Tie is null ? new Refusal($"{Name} is not a carer of this child", "Guests") : null;
    }
}
