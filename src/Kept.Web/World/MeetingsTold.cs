using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using NodaTime;

namespace Kept.Web.World;

/// <summary>
/// Meetings past and coming, counted in school days from today; on a school day one is running. Booked, heard, run and ended through the
/// same rules as by hand.
/// </summary>
internal sealed class MeetingsTold(Cast cast, Timeline timeline, KeptDb db, StoryClock clock, Instant present)
{
    /// <summary>A meeting that is running began so long ago.</summary>
    private static readonly Duration Since = Duration.FromMinutes(12);

    private static readonly LocalTime Usual = new(15, 30);

    private LocalDate Today => timeline.Today;

    public void Plan()
    {
        foreach (var row in WordList.Rows("meetings.csv").Where(row => row[0] == cast.School.Slug))
        {
            Plan(row, cast.Named(row[1]));
        }
    }

    private void Plan(string[] row, Child child)
    {
        var isNow = row[3] is "now" && cast.Calendar.IsSchoolDay(Today);
        var days = row[3] is "now" ? 1 : int.Parse(row[3], CultureInfo.InvariantCulture);
        var on = isNow ? Today : days < 0 ? cast.Calendar.Before(Today, -days) : cast.Calendar.After(Today, days);
        var begins = isNow ? (present - Since).InZone(School.Zone).TimeOfDay : Usual;
        var booking = Timeline.Moment(cast.Calendar.Before(days < 0 || isNow ? on : Today, 8), 9, 20);
        timeline.At(booking, () => BookAsync(row, child, on, new LocalTime(begins.Hour, begins.Minute / 15 * 15), isNow, isOver: days < 0));
    }

    private async Task BookAsync(string[] row, Child child, LocalDate on, LocalTime begins, bool isNow, bool isOver)
    {
        var kind = Enum.Parse<MeetingKind>(row[2]);
        var lead = cast.Playing(row[4], child);
        var plan = new MeetingPlan
        {
            Kind = kind,
            On = on,
            At = begins,
            Place = row[5],
            About = row[6],
            Visibility = Visibility.Family,
            IsSensitive = kind is MeetingKind.Concern
        };
        Guest[] guests =
        [
            Guest.TheChild(child.Pupil.Name), .. child.MayBeTold.Select(f => Guest.CarerOf(f.Carer, f.Tie)), Guest.Of(cast.Playing("teacher", child).Owner),
            .. kind is MeetingKind.Concern ? [Guest.Of(cast.Playing("head", child).Owner)] : Array.Empty<Guest>(),
            .. kind is MeetingKind.AnnualReview ? [Guest.Of(cast.Playing("salt", child).Owner), Guest.Of(cast.Playing("officer", child).Owner)] : Array.Empty<Guest>()
        ];
        var today = clock.Now.InZone(School.Zone).Date;
        var booked = Meeting.Book(Id<Meeting>.New(), cast.School.Id, child.Pupil.Id, plan, lead.Owner, guests, today, lead.Person.Id, clock.Now).OrThrow();
        db.Add(booked.Meeting);
        db.AddRange(booked.Attendees);
        await SaveAsync(lead, booked.Happened);

        if (isOver)
        {
            timeline.At(Timeline.Moment(on, 16, 12), () => HoldAsync(row, child, lead, booked));
        }
        else
        {
            timeline.At(present - Duration.FromMinutes(40), () => HearAsync(child, lead, booked.Meeting));
        }

        if (isNow)
        {
            timeline.At(present - Since, () => StartAsync(lead, booked.Meeting));
        }
    }

    private Task StartAsync(Adult lead, Meeting meeting)
    {
        db.Attach(meeting);
        return SaveAsync(lead, meeting.Start(clock.Now.InZone(School.Zone).LocalDateTime, onAnotherDay: true).OrThrow());
    }

    private async Task HearAsync(Child child, Adult lead, Meeting meeting)
    {
        var (day, first) = (clock.Now.InZone(School.Zone).Date, child.MayBeTold.First());
        var (own, family) = Views.Of(child);
        var fromChild = Contribution.Receive(
            meeting, Guest.TheChild(child.Pupil.Name), $"In a talk with {cast.Playing("ta", child).Person.ShortName}, with pictures", own, day, lead.Person.Id, clock.Now).OrThrow();
        var fromFamily = Contribution.Receive(meeting, Guest.CarerOf(first.Carer, first.Tie), "On the phone", family, day, lead.Person.Id, clock.Now).OrThrow();
        db.AddRange(fromChild, fromFamily);
        await SaveAsync(lead, new ContributionReceived(meeting.PupilId, fromChild.Id), new ContributionReceived(meeting.PupilId, fromFamily.Id));
    }

    private async Task HoldAsync(string[] row, Child child, Adult lead, BookedMeeting booked)
    {
        var (meeting, now) = (booked.Meeting, clock.Now.InZone(School.Zone).LocalDateTime);
        db.Attach(meeting);
        db.AttachRange(booked.Attendees);
        foreach (var attendee in booked.Attendees)
        {
            attendee.Mark(attendee.Part is MeetingPart.Carer && attendee.PersonId != child.MayBeTold.First().Carer.Id ? Attendance.SentApologies : Attendance.Attended);
        }

        var started = meeting.Start(meeting.On + Usual).OrThrow();
        var notes = meeting.TakeNotes(row[6], row[7], null, null, now).OrThrow();
        var due = cast.Calendar.After(meeting.On, int.Parse(row[10], CultureInfo.InvariantCulture));
        var owner = cast.Playing(row[8], child).Owner;
        var line = MeetingLine.Agree(meeting, 0, row[9], owner, due, now.Date, lead.Person.Id, clock.Now).OrThrow();
        db.Add(line);
        var held = meeting.Hold([.. booked.Attendees.Select(a => new Seat(a, NameOf(a, child)))], [new AgreedLine(line, owner)], ReviewOf(due), now, lead.Person.Id, clock.Now).OrThrow();
        db.Add(held.Entry);
        db.AddRange(held.Actions);
        await SaveAsync(lead, started, notes, new LineAgreed(meeting.PupilId, line.Id), held.Happened, new EntryKept(meeting.PupilId, held.Entry.Id));

        if (meeting.Kind is MeetingKind.AnnualReview)
        {
            Around(lead, meeting);
        }

        // What was promised some time ago has been done; the look back with it.
        if (due < Today)
        {
            timeline.At(Timeline.Moment(due, 14, 5), () => FinishAsync(lead, held.Actions[0]));
            timeline.At(Timeline.Moment(held.Entry.ReviewOn!.Value, 15, 10), () => LookBackAsync(lead, held.Entry));
        }
    }

    /// <summary>The steps around an annual review, the school's on time and the authority's a few days late.</summary>
    private void Around(Adult by, Meeting meeting)
    {
        (ReviewStepKind Kind, int Days)[] steps =
            [(ReviewStepKind.Invited, -21), (ReviewStepKind.AdviceSent, -15), (ReviewStepKind.ReportSent, 9), (ReviewStepKind.PlanKept, 33)];
        foreach (var (kind, days) in steps)
        {
            var on = meeting.On.PlusDays(days);
            timeline.At(Timeline.Moment(on, 11, 30), () =>
            {
                var step = ReviewStep.Take(meeting, kind, on, null, clock.Now.InZone(School.Zone).Date, by.Person.Id, clock.Now).OrThrow();
                db.Add(step);
                return SaveAsync(by, new ReviewStepTaken(meeting.PupilId, step.Id));
            });
        }
    }

    /// <summary>A week after it is due: so far ahead that nothing recent adds to a busy Today.</summary>
    private LocalDate ReviewOf(LocalDate due) => cast.Calendar.After(due, due < Today ? 1 : 8);

    private async Task FinishAsync(Adult by, AgreedAction action)
    {
        db.Attach(action);
        await SaveAsync(by, action.MarkDone("It is in place now", "Note in the class diary", clock.Now.InZone(School.Zone).Date, clock.Now).OrThrow());
    }

    private async Task LookBackAsync(Adult by, LogEntry entry)
    {
        db.Attach(entry);
        var review = Domain.Reviews.Review.Hold(
            entry, Domain.Reviews.DidItHappen.Yes, "It happened as agreed, and it helps", null, null, clock.Now.InZone(School.Zone).Date, by.Person.Id, clock.Now).OrThrow();
        db.Add(review);
        await SaveAsync(by, new Domain.Reviews.ReviewHeld(entry.PupilId, review.Id));
    }

    private string NameOf(Attendee attendee, Child child) =>
        child.Family.Select(f => f.Carer).Concat(cast.Staff.Concat(cast.Professionals).Select(a => a.Person)).FirstOrDefault(p => p.Id == attendee.PersonId)?.Name
            ?? child.Pupil.Name;

    private async Task SaveAsync(Adult by, params ILedgerEvent[] happened)
    {
        if (await new VisibleRecord(db, by.Viewer, clock).SaveAsync(happened) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }
}

/// <summary>What a child and a family wish to say, in the made-up school.</summary>
internal static class Views
{
    private static readonly (string Child, string Family)[] Said =
    [
        ("I like it when I can start with something quiet. I don’t like it when everybody talks.", "He is happier since half-term. Mondays are still hard, and we would like to know the plan on Sunday."),
        ("I can do it when I see it first. Please tell me before things change.", "She talks about school at tea now. Could the homework come with a picture of what it should look like?"),
        ("I want to sit with my friend. I am good at drawing.", "We would like to meet before work, and to hear what went well as well as what did not.")
    ];

    public static (string Child, string Family) Of(Child child)
    {
        var (own, family) = Said[child.Pupil.Name.Length % Said.Length];
        return (own, child.IsBoy
            ? family.Replace("She talks", "He talks", StringComparison.Ordinal)
            : family.Replace("He is", "She is", StringComparison.Ordinal));
    }
}
