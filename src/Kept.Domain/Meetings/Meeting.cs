using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>
/// The school and the family sit down together: planned, run from the open log, and ended with an entry that goes home. What it agrees are
/// ordinary actions of that entry.
/// </summary>
public sealed partial class Meeting : IAboutPupil
{
    /// <summary>Colleagues at a hard conversation (domain notes, section 0): one speaks, one writes.</summary>
    public const int ColleaguesAtAHardOne = 2;

    public const int MostGuests = 40;
    public const int ReasonMaxLength = 500;

    public required Id<Meeting> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> BookedById { get; init; }
    public required Instant BookedAt { get; init; }

    public MeetingKind Kind { get; private set; }

    /// <summary>The day it is planned for; once it has begun, the day it took place.</summary>
    public LocalDate On { get; private set; }

    public LocalTime At { get; private set; }
    public int Minutes { get; private set; }
    public string? Place { get; private set; }
    public string? About { get; private set; }
    public Id<Person> LeadId { get; private set; }
    public Visibility Visibility { get; private set; }
    public bool IsSensitive { get; private set; }
    public MeetingStatus Status { get; private set; }

    /// <summary>
    /// The day on which it was started. The family and everybody’s calendar keep the planned day until it has been held: who pressed “Start” by mistake has told
    /// nobody anything.
    /// </summary>
    public LocalDate? StartedOn { get; private set; }

    public LocalTime? StartedAt { get; private set; }
    public LocalTime? EndedAt { get; private set; }

    /// <summary>What is written down while it runs; the entry's own words once it has been held.</summary>
    public string? Issue { get; private set; }

    public string? Said { get; private set; }
    public string? Note { get; private set; }
    public LocalDate? ReviewOn { get; private set; }

    /// <summary>The written record; null until it has been held.</summary>
    public Id<LogEntry>? EntryId { get; private set; }

    public CalledOffBy? CalledOffBy { get; private set; }
    public string? CalledOffWhy { get; private set; }

    /// <summary>Raised with every change; a save from an older version is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    public MeetingPlan Plan => new()
    {
        Kind = Kind,
        On = On,
        At = At,
        Minutes = Minutes,
        Place = Place,
        About = About,
        Visibility = Visibility,
        IsSensitive = IsSensitive
    };

    /// <summary>The day that it takes place or took place, as whoever runs it knows it.</summary>
    public LocalDate TakesPlaceOn => StartedOn ?? On;

    /// <summary>Planned or running: it can still be prepared.</summary>
    public bool IsToCome => Status is MeetingStatus.Planned or MeetingStatus.Running;

    /// <summary>Planned for a day that has gone by, and nobody has said what became of it.</summary>
    public bool IsForgottenOn(LocalDate today) => Status is MeetingStatus.Planned && On < today;

    /// <param name="id">Chosen by the form, so that sending it twice books one meeting.</param>
    /// <param name="school">Whose it is.</param>
    /// <param name="pupil">About whom.</param>
    /// <param name="plan">What, when and where.</param>
    /// <param name="lead">Who leads it: staff, and always there.</param>
    /// <param name="guests">Who else is asked.</param>
    /// <param name="today">The day of booking.</param>
    /// <param name="by">Who books it.</param>
    /// <param name="at">When.</param>
    public static Result<BookedMeeting> Book(
        Id<Meeting> id, Id<School> school, Id<Pupil> pupil, MeetingPlan plan, Owner? lead, IReadOnlyCollection<Guest> guests,
        LocalDate today, Id<Person> by, Instant at)
    {
        if (WrongToBook(plan, lead, guests, today) is [var refused, ..])
        {
            return refused;
        }

        var settled = plan.Tidied();
        var meeting = new Meeting { Id = id, SchoolId = school, PupilId = pupil, BookedById = by, BookedAt = at, LeadId = lead!.PersonId };
        meeting.Take(settled);
        return new BookedMeeting(meeting, [.. Asked(lead, guests).Select(g => Attendee.Of(meeting, g, at))]);
    }

    /// <summary>Everything that stands against booking it so, in the order of the form.</summary>
    public static IReadOnlyList<Refusal> WrongToBook(MeetingPlan plan, Owner? lead, IReadOnlyCollection<Guest> guests, LocalDate today)
    {
        List<Refusal> wrong = [.. plan.Wrong(today)];
        if (LeadRefusal(lead, plan.Visibility, today) is { } cannot)
        {
            return [.. wrong, cannot, .. guests.Select(g => g.RefusalOn(today)).OfType<Refusal>()];
        }

        var asked = Asked(lead!, guests);
        wrong.AddRange(asked.Select(g => g.RefusalOn(today)).OfType<Refusal>());
        if (asked.Length > MostGuests)
        {
            wrong.Add(new Refusal($"More than {MostGuests} people cannot be asked to one meeting", "Guests"));
        }

        if (plan.IsSensitive && asked.Count(g => g.Part is MeetingPart.Staff) < ColleaguesAtAHardOne)
        {
            wrong.Add(TooFewColleagues);
        }

        return wrong;
    }

    /// <summary>Takes a new plan. A new lead is asked as well: their place at the table comes back with the change.</summary>
    public Result<ChangedMeeting> Change(MeetingPlan plan, Owner? lead, IReadOnlyCollection<Attendee> there, LocalDate today, Instant at)
    {
        if (!IsToCome)
        {
            return Over;
        }

        if (WrongToChange(plan, lead, there, today) is [var refused, ..])
        {
            return refused;
        }

        var (settled, asked) = (plan.Tidied(), Asked(there));
        var place = asked.Find(a => a.PersonId == lead!.PersonId) is null ? Invite(Guest.Of(lead!), there, today, at).OrThrow() : null;
        if (settled == Plan && lead!.PersonId == LeadId)
        {
            return new Refusal("Nothing is different yet. Change what is wrong, then keep it", nameof(On));
        }

        LeadId = lead!.PersonId;
        Take(settled);
        Version++;
        return new ChangedMeeting(new MeetingChanged(PupilId, Id), place);
    }

    /// <summary>Everything that stands against this plan for it, in the order of the form.</summary>
    public static IReadOnlyList<Refusal> WrongToChange(MeetingPlan plan, Owner? lead, IReadOnlyCollection<Attendee> there, LocalDate today)
    {
        List<Refusal> wrong = [.. plan.Wrong(today)];
        if (LeadRefusal(lead, plan.Visibility, today) is { } cannot)
        {
            return [.. wrong, cannot];
        }

        var asked = Asked(there);
        var comes = asked.Exists(a => a.PersonId == lead!.PersonId) ? 0 : 1;
        if (plan.IsSensitive && asked.Count(a => a.Part is MeetingPart.Staff) + comes < ColleaguesAtAHardOne)
        {
            wrong.Add(TooFewColleagues);
        }

        return wrong;
    }

    /// <summary>Asks one more person; somebody who was taken off the list is asked again.</summary>
    public Result<Attendee> Invite(Guest? guest, IReadOnlyCollection<Attendee> there, LocalDate today, Instant at)
    {
        if (!IsToCome)
        {
            return Over;
        }

        if (guest is null)
        {
            return new Refusal("Choose somebody", "Guests");
        }

        if (guest.RefusalOn(today) is { } cannot)
        {
            return cannot;
        }

        var known = there.FirstOrDefault(a => a.Part == guest.Part && a.PersonId == guest.PersonId);
        if (known is { IsWithdrawn: false })
        {
            return new Refusal($"{guest.Name} is on the list already", "Guests");
        }

        if (Asked(there).Count >= MostGuests)
        {
            return new Refusal($"More than {MostGuests} people cannot be asked to one meeting", "Guests");
        }

        known?.AskAgain();
        return known ?? Attendee.Of(this, guest, at);
    }

    /// <summary>Takes somebody off the list again.</summary>
    public Result<MeetingChanged> Withdraw(Attendee attendee, IReadOnlyCollection<Attendee> there)
    {
        if (!IsToCome)
        {
            return Over;
        }

        if (attendee.PersonId == LeadId)
        {
            return new Refusal("Somebody leads the meeting. Choose another lead first", "Guests");
        }

        if (IsSensitive && attendee.Part is MeetingPart.Staff && Asked(there).Count(a => a.Part is MeetingPart.Staff) <= ColleaguesAtAHardOne)
        {
            return TooFewColleagues;
        }

        attendee.Withdraw();
        return new MeetingChanged(PupilId, Id);
    }

    public Result<MeetingCancelled> Cancel(CalledOffBy? by, string? why)
    {
        if (!IsToCome)
        {
            return Over;
        }

        if (by is not { } who)
        {
            return new Refusal("Say who called it off: what the family called off still counts as offered", nameof(CalledOffBy));
        }

        if (Text.Tidy(why) is not { Length: <= ReasonMaxLength } reason)
        {
            return new Refusal($"Say why it does not take place, in {ReasonMaxLength} characters or fewer", nameof(CalledOffWhy));
        }

        Status = MeetingStatus.Cancelled;
        CalledOffBy = who;
        CalledOffWhy = reason;
        Version++;
        return new MeetingCancelled(PupilId, Id);
    }

    private static Refusal Over => new("This meeting is over. What is wrong in its record is corrected there");

    private static Refusal TooFewColleagues =>
        new($"At a sensitive meeting at least {ColleaguesAtAHardOne} colleagues are there: one speaks, one writes. Add a colleague", "Guests");

    private static Refusal? LeadRefusal(Owner? lead, Visibility visibility, LocalDate today) => lead switch
    {
        null => new Refusal("Choose who leads it", "Lead"),
        { Kind: not PersonKind.Staff } => new Refusal("A meeting is led by a member of staff", "Lead"),
        _ => lead.RefusalOn(today, visibility)?.About("Lead")
    };

    /// <summary>The lead is always there, and nobody twice.</summary>
    private static Guest[] Asked(Owner lead, IReadOnlyCollection<Guest> guests) =>
        [Guest.Of(lead), .. guests.Where(g => g.PersonId != lead.PersonId).DistinctBy(g => (g.Part, g.PersonId))];

    private static List<Attendee> Asked(IEnumerable<Attendee> there) => [.. there.Where(a => !a.IsWithdrawn)];

    private void Take(MeetingPlan plan)
    {
        Kind = plan.Kind;
        On = plan.On;
        At = plan.At;
        Minutes = plan.Minutes;
        Place = plan.Place;
        About = plan.About;
        Visibility = plan.Visibility;
        IsSensitive = plan.IsSensitive;
    }
}

/// <summary>A new meeting with everybody's place at the table, the lead's first.</summary>
public sealed record BookedMeeting(Meeting Meeting, IReadOnlyList<Attendee> Attendees)
{
    public MeetingBooked Happened => new(Meeting.PupilId, Meeting.Id);
}

/// <summary>A changed meeting; with a place for the new lead where they had none.</summary>
public sealed record ChangedMeeting(MeetingChanged Happened, Attendee? NewLead);
