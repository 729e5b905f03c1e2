using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Actions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>An entry whose review has come, or comes soon after the meeting.</summary>
public sealed record AgendaReview(Id<LogEntry> Id, string Issue, LocalDate HappenedOn, LocalDate ReviewOn);

/// <summary>
/// What a meeting is about, computed from the open log and never typed: late, still to do, done and changed since the last one, and coming
/// for review. It holds only what everybody who may see the meeting may see: the screen it is run from is on the table.
/// </summary>
/// <param name="Since">The last meeting of the pupil, or the day the school year began.</param>
/// <param name="AfterAMeeting">Whether <paramref name="Since"/> is a meeting.</param>
/// <param name="Parked">Whose day to look again has come by the day of the meeting.</param>
public sealed record Agenda(
    LocalDate Since,
    bool AfterAMeeting,
    IReadOnlyList<ActionRow> Late,
    IReadOnlyList<ActionRow> Coming,
    IReadOnlyList<ActionRow> Parked,
    IReadOnlyList<ActionRow> Done,
    IReadOnlyList<ActionRow> Changed,
    IReadOnlyList<AgendaReview> Reviews)
{
    private const int MostActions = 120;
    private const int MostReviews = 20;

    /// <summary>Reviews that come in so many days after the meeting are talked about in it.</summary>
    private const int ReviewsAheadDays = 14;

    /// <summary>Nothing to go through.</summary>
    public static Agenda Empty(LocalDate since) => new(since, AfterAMeeting: false, [], [], [], [], [], []);

    /// <summary>What a meeting goes through one by one.</summary>
    public IEnumerable<ActionRow> Open => Late.Concat(Coming).Concat(Parked);

    public bool IsEmpty => !Open.Any() && Done.Count + Reviews.Count == 0;

    public static async Task<Agenda> OfAsync(VisibleRecord record, Meeting meeting, LocalDate today, CancellationToken cancel)
    {
        var seen = Enum.GetValues<Visibility>().Where(v => v <= meeting.Visibility).ToArray();
        var last = await LastBeforeAsync(record, meeting, seen, cancel);
        var since = last ?? AcademicYear.Of(meeting.TakesPlaceOn).From;
        var sinceMoment = since.AtStartOfDayInZone(School.Zone).ToInstant();
        var rows = await record.Rows(record.Actions
                .Where(a => a.PupilId == meeting.PupilId && seen.Contains(a.Visibility)
                    && (ActionFilter.ToDo.Contains(a.Status) || (a.Status == ActionStatus.Done && a.DoneOn >= since)))
                .OrderBy(a => a.Status == ActionStatus.Done).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
                .Take(MostActions))
            .ToListAsync(cancel);
        var changed = await ChangedAsync(record, meeting.PupilId, sinceMoment, cancel);
        var untilReview = meeting.TakesPlaceOn.PlusDays(ReviewsAheadDays);
        var reviews = await record.Entries.AsNoTracking()
            .Where(e => e.PupilId == meeting.PupilId && e.ReviewOn <= untilReview && seen.Contains(e.Visibility))
            .OrderBy(e => e.ReviewOn).ThenBy(e => e.Id)
            .Take(MostReviews)
            .Select(e => new AgendaReview(e.Id, e.Issue, e.HappenedOn, e.ReviewOn!.Value))
            .ToListAsync(cancel);

        var inOrder = rows.OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToList();
        var lookAgain = LocalDate.Max(meeting.TakesPlaceOn, today);
        return new Agenda(
            since,
            last is not null,
            [.. inOrder.Where(r => r.IsLateOn(today))],
            [.. inOrder.Where(r => r.IsOpen && !r.IsLateOn(today))],
            [.. inOrder.Where(r => r.Status is ActionStatus.Parked && r.DueOn <= lookAgain)],
            [.. inOrder.Where(r => r.Status is ActionStatus.Done).OrderByDescending(r => r.DoneOn)],
            [.. inOrder.Where(r => r.Status is not ActionStatus.Done && changed.Contains(r.Id))],
            reviews);
    }

    /// <summary>Of those alone that are no narrower than this one: nobody learns of another from what is missing here.</summary>
    private static async Task<LocalDate?> LastBeforeAsync(VisibleRecord record, Meeting meeting, Visibility[] seen, CancellationToken cancel)
    {
        var until = meeting.TakesPlaceOn;
        return await record.Meetings.AsNoTracking()
            .Where(m => m.PupilId == meeting.PupilId && m.Id != meeting.Id && m.Status == MeetingStatus.Held && m.On <= until && seen.Contains(m.Visibility))
            .OrderByDescending(m => m.On)
            .Select(m => (LocalDate?)m.On)
            .FirstOrDefaultAsync(cancel);
    }

    private static async Task<HashSet<Id<AgreedAction>>> ChangedAsync(VisibleRecord record, Id<Pupil> pupil, Instant since, CancellationToken cancel) =>
        [.. await record.ActionChanges.AsNoTracking()
            .Where(c => c.PupilId == pupil && c.At >= since && (c.Kind == "action-moved" || c.Kind == "action-reassigned" || c.Kind == "action-parked" || c.Kind == "action-reopened"))
            .OrderByDescending(c => c.At)
            .Take(MostActions)
            .Select(c => c.ActionId)
            .ToListAsync(cancel)];
}
