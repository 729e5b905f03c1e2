using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>A row that the meeting has gone through, and what became of it.</summary>
public sealed record RowDealtWith(ActionRow Row, RowOutcome Outcome);

/// <summary>The pupil's plan, and when it is to be reviewed.</summary>
public sealed record RunningPlan(Id<SupportPlan> Id, PlanKind Kind, LocalDate? ReviewOn);

/// <summary>All that the one screen of a meeting shows.</summary>
public sealed record RunningMeeting(
    Meeting Meeting,
    MeetingGuests Guests,
    IReadOnlyList<Seat> Seats,
    Agenda Agenda,
    IReadOnlyList<RowGoneThrough> GoneThrough,
    IReadOnlyList<HeldInMeeting> Reviewed,
    RunningPlan? Plan,
    IReadOnlyList<AgendaPoint> Points,
    IReadOnlyList<HeardBefore> Heard,
    IReadOnlyList<WrittenLine> Lines,
    IReadOnlyList<InterpreterRow> Interpreters,
    LineReader Reader,
    SchoolDay Day)
{
    /// <summary>A meeting agrees what is looked at again in so many weeks, unless it says otherwise: twice a term.</summary>
    private const int UsualReviewWeeks = 6;

    public LocalDate Today => Day.Today;

    /// <summary>Open rows that nobody has dealt with yet, the latest first.</summary>
    public IReadOnlyList<ActionRow> ToGoThrough => [.. Agenda.Open.Where(r => GoneThrough.All(g => g.ActionId != r.Id))];

    /// <summary>Entries whose day to come back has come, or comes soon, and that this meeting has not reviewed.</summary>
    public IReadOnlyList<AgendaReview> ToReview => [.. Agenda.Reviews.Where(r => Reviewed.All(held => held.EntryId != r.Id))];

    public int LeftToGoThrough => ToGoThrough.Count + ToReview.Count;

    /// <summary>Those dealt with, with the last that was said of each.</summary>
    public IReadOnlyList<RowDealtWith> Through =>
        [.. Agenda.Open.Concat(Agenda.Done).Concat(Agenda.Changed).DistinctBy(r => r.Id)
            .Select(r => (Row: r, Last: GoneThrough.LastOrDefault(g => g.ActionId == r.Id)))
            .Where(both => both.Last is not null)
            .Select(both => new RowDealtWith(both.Row, both.Last!.Outcome))];

    /// <summary>Done since the last meeting, and not in this one.</summary>
    public IReadOnlyList<ActionRow> DoneBefore => [.. Agenda.Done.Where(r => GoneThrough.All(g => g.ActionId != r.Id))];

    public IReadOnlyList<string> Needs => Guests.NeedsOf(Seats);

    /// <summary>Those carers for whom there is, or should be, an interpreter.</summary>
    public IEnumerable<InterpretedSeat> Interpreted => InterpretedSeat.Of(Guests, Seats, Interpreters).Where(s => s.Concerns);

    public LocalDate UsualReview
    {
        get
        {
            var wanted = Meeting.TakesPlaceOn.PlusWeeks(UsualReviewWeeks);
            return Day.Calendar.IsSchoolDay(wanted) ? wanted : Day.Calendar.NextSchoolDay(wanted) ?? wanted;
        }
    }

    public LocalDate Review => Meeting.ReviewOn ?? UsualReview;

    public int Here => Seats.Count(s => s.Attendee.IsHere);

    /// <summary>What stands beneath the line that is being typed.</summary>
    public LineReadingView Reading(QuickLine line)
    {
        var read = Reader.Read(line, Today, Review);
        return new LineReadingView(read, Today, read.Owner is null ? null : ClosedDays.Advice(Day.Calendar, read.Due), $"/meetings/{Meeting.Id}/run?handler=split");
    }

    public static async Task<RunningMeeting?> OfAsync(VisibleRecord record, Meeting meeting, SchoolDay day, CancellationToken cancel)
    {
        if (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel) is not { } guests)
        {
            return null;
        }

        return new RunningMeeting(
            meeting,
            guests,
            await record.SeatsAsync(meeting, guests.ChildName, cancel),
            await Agenda.OfAsync(record, meeting, day.Today, cancel),
            await record.GoneThroughAsync(meeting.Id, cancel),
            await record.ReviewsHeldAsync(meeting.Id, meeting.Visibility, cancel),
            await PlanAsync(record, meeting, cancel),
            await record.PointsAsync(meeting.Id, cancel),
            await record.ContributionsAsync(meeting.Id, guests.ChildName, cancel),
            await record.LinesAsync(meeting.Id, cancel),
            await record.InterpretersAsync(meeting.Id, cancel),
            await ReaderAsync(record, meeting, guests.Owners, day, cancel),
            day);
    }

    /// <summary>The one in force whose review is nearest. A plan is the family's as well, so it may lie on any table.</summary>
    private static Task<RunningPlan?> PlanAsync(VisibleRecord record, Meeting meeting, CancellationToken cancel) =>
        record.Plans.AsNoTracking()
            .Where(p => p.PupilId == meeting.PupilId && p.Current > 0)
            .OrderBy(p => p.ReviewOn == null).ThenBy(p => p.ReviewOn).ThenBy(p => p.Id)
            .Select(p => new RunningPlan(p.Id, p.Kind, p.ReviewOn))
            .FirstOrDefaultAsync(cancel);

    public static async Task<LineReader> ReaderAsync(
        VisibleRecord record, Meeting meeting, IReadOnlyList<PossibleOwner> owners, SchoolDay day, CancellationToken cancel)
    {
        var className = await record.Pupils.Where(p => p.Id == meeting.PupilId).Select(p => p.ClassName).FirstOrDefaultAsync(cancel);
        return new LineReader(owners, day.Calendar, day.Today, new LineAbout(className), record.Viewer.PersonId);
    }
}
