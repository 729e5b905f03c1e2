using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>A slot of a surgery, from the family that books it to the family that gives it back.</summary>
public sealed partial class Meeting
{
    /// <summary>
    /// The surgery of which it is one slot; null for every other meeting. No reference: the meeting travels with the child, and the surgery stays at the school.
    /// </summary>
    public Id<Surgery>? SurgeryId { get; private set; }

    /// <summary>Books one slot as a conversation between a carer and whoever offers it.</summary>
    /// <param name="id">Chosen by the form, so that sending it twice books one.</param>
    /// <param name="pupil">About whom.</param>
    /// <param name="surgery">Whose slot.</param>
    /// <param name="slot">Which.</param>
    /// <param name="lead">Whose time it is, as they may lead a meeting now.</param>
    /// <param name="carer">Who books it, for themselves.</param>
    /// <param name="calendar">The school’s.</param>
    /// <param name="today">The day of booking.</param>
    /// <param name="at">When.</param>
    public static Result<BookedMeeting> BookSlot(
        Id<Meeting> id, Id<Pupil> pupil, Surgery surgery, SurgerySlot slot, Owner lead, Guest carer, SchoolCalendar calendar, LocalDate today, Instant at)
    {
        if (lead.PersonId != surgery.LeadId || lead.LeftOn < slot.On || carer is not { Part: MeetingPart.Carer, PersonId: { } by } || !surgery.SlotsToCome(calendar, today).Contains(slot))
        {
            return new Refusal("That time is not offered any more. Choose another", nameof(SurgerySlot));
        }

        var plan = new MeetingPlan
        {
            Kind = MeetingKind.Conversation,
            On = slot.On,
            At = slot.At,
            Minutes = surgery.Minutes,
            Place = surgery.Place,
            Visibility = Visibility.Family
        };
        if (!Book(id, surgery.SchoolId, pupil, plan, lead, [carer], today, by, at).Allowed(out var booked, out var refused))
        {
            return refused;
        }

        booked.Meeting.SurgeryId = surgery.Id;
        return booked;
    }

    /// <summary>
    /// Whether this carer may give it back by themselves: they booked it, it has not begun, and it is still what they booked. Once the school has made more of it,
    /// and asked somebody else of the family or from outside, it is the school’s to call off.
    /// </summary>
    /// <param name="carer">Who would give it back.</param>
    /// <param name="there">Everybody who has a place at it.</param>
    /// <param name="now">By the school’s clock.</param>
    public bool MayBeGivenBackBy(Id<Person> carer, IEnumerable<Attendee> there, LocalDateTime now) =>
        SurgeryId is not null && BookedById == carer && Kind is MeetingKind.Conversation && Status is MeetingStatus.Planned && On + At > now
        && there.All(a => a.IsWithdrawn || a.Part is MeetingPart.Staff || a.PersonId == carer);

    /// <summary>The family that booked the slot cannot come: it is free for another.</summary>
    public Result<MeetingCancelled> GiveBack(Id<Person> carer, IEnumerable<Attendee> there, LocalDateTime now) =>
        MayBeGivenBackBy(carer, there, now) ? Cancel(Meetings.CalledOffBy.Family, "The family that booked this time cannot come") : Over;
}
