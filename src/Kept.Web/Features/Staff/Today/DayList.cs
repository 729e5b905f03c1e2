using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Coming;
using Kept.Store.Handovers;
using Kept.Store.Log;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Today;

/// <summary>A family that waits for an answer.</summary>
/// <param name="AnswerBy">Null where the calendar does not reach that far.</param>
/// <param name="Owner">Who answers: whoever took it down, or owns what it is about. Null where that is nobody of the staff: then it is the SENCO’s.</param>
public sealed record WaitingRow(
    Id<Enquiry> Id, string Issue, Id<Pupil> PupilId, string PupilName, string? ClassName, LocalDate ArrivedOn, bool Acknowledged, LocalDate? AnswerBy, int? WorkingDaysLeft,
    string? Owner);

/// <summary>One day's work in four statements, each bounded.</summary>
/// <param name="LateReviews">Of entries, plans and documents, whose day has gone by.</param>
/// <param name="Reviews">To hold today.</param>
/// <param name="Meetings">To hold today, and those of days gone by of which nobody has said what became of them.</param>
/// <param name="NotYet">Done, says the school; not yet, says the family. Stands until it is begun again or the family says yes (rules 13 and 14).</param>
/// <param name="Views">What families say of plans, until somebody answers.</param>
/// <param name="Interpreters">Asked for at a meeting of the next seven days, and not booked.</param>
/// <param name="MoreAreLate">What came first filled the list, so that there may be more behind it.</param>
public sealed record DayList(
    IReadOnlyList<ActionRow> Late,
    IReadOnlyList<ActionRow> Due,
    IReadOnlyList<ActionRow> LookAgain,
    IReadOnlyList<ActionRow> Untouched,
    IReadOnlyList<ComingRow> LateReviews,
    IReadOnlyList<ComingRow> Reviews,
    IReadOnlyList<ComingRow> Meetings,
    IReadOnlyList<WaitingRow> Waiting,
    IReadOnlyList<HandoverRow> Handovers,
    IReadOnlyList<ActionRow> NotYet,
    IReadOnlyList<ComingRow> Views,
    IReadOnlyList<ComingRow> Interpreters,
    bool MoreAreLate)
{
    /// <summary>Forty-four actions are a dense day; beyond, the action log serves better.</summary>
    public const int Most = 44;

    /// <summary>Reviews, and families waiting: as many as a slow phone can load beside the actions.</summary>
    public const int MostBeside = 25;

    public const int MostMeetings = 15;

    public const int MostViews = 10;

    public const int MostInterpreters = 10;

    private const int MostUntouched = 10;

    private const int MostNotYet = 10;

    public static DayList Empty { get; } = new([], [], [], [], [], [], [], [], [], [], [], [], MoreAreLate: false);

    public bool IsEmpty => Late.Count + Due.Count + LookAgain.Count + Untouched.Count + LateReviews.Count + Reviews.Count + Meetings.Count + Waiting.Count + Handovers.Count + NotYet.Count + Views.Count + Interpreters.Count == 0;

    public static async Task<DayList> OfAsync(VisibleRecord record, SchoolDay day, bool everybodys, CancellationToken cancel)
    {
        var today = day.Today;
        var me = record.Viewer.PersonId;
        var actions = everybodys ? record.Actions : record.Actions.Where(a => a.OwnerId == me);
        var deadSince = day.Now - Duration.FromDays(day.School.DeadAfterDays);
        var arrived = actions
            .Where(a => ActionFilter.ToDo.Contains(a.Status) && a.DueOn <= today)
            .OrderByDescending(a => a.DueOn).ThenBy(a => a.Id)
            .Take(Most);
        var dead = actions
            .Where(a => (a.Status == ActionStatus.Open || a.Status == ActionStatus.InProgress) && a.TouchedAt <= deadSince && a.DueOn > today)
            .OrderBy(a => a.TouchedAt).ThenBy(a => a.Id)
            .Take(MostUntouched);
        var notYet = actions
            .Where(a => a.FamilySays == FamilySays.NotYet)
            .OrderByDescending(a => a.TouchedAt).ThenBy(a => a.Id)
            .Take(MostNotYet);
        var all = await record.Rows(arrived.Concat(dead).Concat(notYet)).ToListAsync(cancel);
        var shown = all.Where(r => r.Status is not ActionStatus.Done).ToList();
        var come = shown.Where(r => r.DueOn <= today).ToList();
        var coming = await ComingDays.ArrivedAsync(record, today, mine: !everybodys, MostBeside, cancel);

        var reviews = coming.Where(r => r.Kind is not (ComingKind.Meeting or ComingKind.PlanView or ComingKind.Interpreter)).TakeLast(MostBeside).ToList();

        return new DayList(
            [.. come.Where(r => r.IsLateOn(today)).OrderBy(r => r.DueOn).ThenBy(r => r.Id)],
            [.. come.Where(r => r.IsOpen && r.DueOn == today).OrderBy(r => r.Id)],
            [.. come.Where(r => r.Status is ActionStatus.Parked).OrderBy(r => r.DueOn).ThenBy(r => r.Id)],
            [.. shown.Where(r => r.DueOn > today).OrderBy(r => r.TouchedAt)],
            [.. reviews.Where(r => r.On < today)],
            [.. reviews.Where(r => r.On >= today)],
            [.. coming.Where(r => r.Kind is ComingKind.Meeting).TakeLast(MostMeetings)],
            await WaitingAsync(record, day, everybodys, cancel),
            await record.HandoversWaitingAsync(everybodys, cancel),
            [.. all.Where(r => r.Status is ActionStatus.Done).OrderByDescending(r => r.TouchedAt)],
            [.. coming.Where(r => r.Kind is ComingKind.PlanView).TakeLast(MostViews)],
            [.. coming.Where(r => r.Kind is ComingKind.Interpreter).Take(MostInterpreters)],
            MoreAreLate: come.Count >= Most || reviews.Count >= MostBeside);
    }

    private static async Task<IReadOnlyList<WaitingRow>> WaitingAsync(VisibleRecord record, SchoolDay day, bool everybodys, CancellationToken cancel)
    {
        var me = record.Viewer.PersonId;
        var rows = await record.WaitingAsync(everybodys, MostBeside, cancel);
        return [.. rows
            .Select(row =>
            {
                var by = row.Enquiry.AnswerBy(day.Calendar, day.School);
                int? left = by is { } deadline ? Domain.Schools.ReplyClock.WorkingDaysLeft(day.Today, deadline, day.Calendar) : null;
                return new WaitingRow(
                    row.Enquiry.Id, row.Issue, row.Enquiry.PupilId, row.PupilName, row.ClassName,
                    row.Enquiry.ArrivedOn, row.Enquiry.AcknowledgedAt is not null, by, left,
                    row.LoggedById == me || row.OwnerId == me ? "You" : row.Logger ?? row.Owner);
            })
            .OrderBy(row => row.AnswerBy ?? LocalDate.MaxIsoValue)];
    }
}
