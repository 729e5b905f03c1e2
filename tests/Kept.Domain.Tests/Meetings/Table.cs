using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Tests.Actions;
using NodaTime;

namespace Kept.Domain.Tests.Meetings;

/// <summary>A meeting about Leo on Tuesday 12 May, booked a week before, and who could sit at its table.</summary>
internal static class Table
{
    public static readonly LocalDate Today = Sample.Today;
    public static readonly LocalDate Day = Today.PlusDays(7);
    public static readonly Instant Now = Sample.Now;
    public static readonly LocalDateTime OnTheDay = Day.At(new LocalTime(15, 40));
    public static readonly Instant ThatMoment = OnTheDay.InZoneStrictly(School.Zone).ToInstant();

    public static readonly Guest Child = Guest.TheChild("Leo Bennett");

    public static Guest Mother { get; } = Carer("Laura");

    public static MeetingPlan Plan(MeetingKind kind = MeetingKind.SenSupport) =>
        new() { Kind = kind, On = Day, At = new LocalTime(15, 30), Visibility = Visibility.Family };

    public static Result<BookedMeeting> Book(MeetingPlan? plan = null, Owner? lead = null, params Guest[] guests) =>
        Meeting.Book(Id<Meeting>.New(), Id<School>.New(), Id<Pupil>.New(), plan ?? Plan(), lead ?? Sample.Senco, guests, Today, Sample.Senco.PersonId, Now);

    public static (Meeting Meeting, List<Attendee> There) Booked(MeetingPlan? plan = null, params Guest[] guests)
    {
        var booked = Book(plan, null, guests).OrThrow();
        return (booked.Meeting, [.. booked.Attendees]);
    }

    /// <summary>Begun on its day, with everybody there.</summary>
    public static (Meeting Meeting, List<Attendee> There) Running(MeetingPlan? plan = null, params Guest[] guests)
    {
        var (meeting, there) = Booked(plan, guests);
        meeting.Start(OnTheDay).OrThrow();
        there.ForEach(a => a.Mark(Attendance.Attended));
        return (meeting, there);
    }

    public static Guest Carer(string given, ContactRestriction restriction = ContactRestriction.None)
    {
        var person = Person.Named(Id<School>.New(), PersonKind.Carer, "Ms", given, "Bennett").OrThrow();
        var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = person.SchoolId, PupilId = Id<Pupil>.New(), CarerId = person.Id, Kind = "mother" };
        tie.Restrict(restriction, "By order of the court", "ZC26C00417", until: null).OrThrow();
        return Guest.CarerOf(person, tie);
    }

    public static IReadOnlyList<Seat> Seats(IEnumerable<Attendee> there) => [.. there.Select((a, at) => new Seat(a, $"Person {at + 1}"))];
}
