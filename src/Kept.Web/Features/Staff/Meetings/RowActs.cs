using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.Meetings;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>
/// Goes through one open row in a meeting by a verb of the action itself, and keeps that the meeting has dealt with it: in one save, so
/// that the two cannot differ.
/// </summary>
internal sealed class RowActs(VisibleRecord record, SchoolDay day, Meeting meeting, Id<AgreedAction>? row, int? version, RowForm form)
{
    /// <summary>Within this time the same act is a button pressed twice.</summary>
    private static readonly Duration Twice = Duration.FromMinutes(1);

    public Task<Refusal?> DoneAsync(CancellationToken cancel) =>
        ActAsync(RowOutcome.Done, action => Told(action.MarkDone(form.WhatChanged, form.Evidence, day.Today, day.Now)), cancel);

    public Task<Refusal?> KeepAsync(CancellationToken cancel) =>
        ActAsync(RowOutcome.Kept, action => Told(action.LetStand(day.Now)), cancel);

    public Task<Refusal?> MoveAsync(CancellationToken cancel) =>
        ActOnDayAsync(RowOutcome.Moved, (action, on) => Told(action.MoveTo(on, form.Reason, day.Today, day.Now)), cancel);

    public Task<Refusal?> ParkAsync(CancellationToken cancel) =>
        ActOnDayAsync(RowOutcome.Parked, (action, on) => Told(action.Park(form.Reason, on, day.Today, day.Now)), cancel);

    private Task<Refusal?> ActOnDayAsync(RowOutcome outcome, Func<AgreedAction, LocalDate?, Result<IActionEvent>> verb, CancellationToken cancel) =>
        TypedDay.ToCome(form.Day, day.Today, day.Calendar).Allowed(out var on, out var unread)
            ? ActAsync(outcome, action => verb(action, on), cancel)
            : Task.FromResult<Refusal?>(unread.About(nameof(AgreedAction.DueOn)));

    private async Task<Refusal?> ActAsync(RowOutcome outcome, Func<AgreedAction, Result<IActionEvent>> verb, CancellationToken cancel)
    {
        if (meeting.Status is not MeetingStatus.Running)
        {
            return new Refusal("This meeting is not running. Reload the page to see what happened");
        }

        var action = await record.Actions.FirstOrDefaultAsync(a => a.Id == row && a.PupilId == meeting.PupilId, cancel);
        if (action is null || action.Visibility > meeting.Visibility)
        {
            return new Refusal("That is no longer there. Reload the page to see what happened");
        }

        if (await IsTheSameAgainAsync(action, outcome, cancel))
        {
            return null;
        }

        if (version is { } seen && seen != action.Version)
        {
            return new Refusal("Somebody else changed this while you had it open. Look at what they did, then try again");
        }

        if (!verb(action).Allowed(out var happened, out var refused))
        {
            return refused;
        }

        record.Add(RowGoneThrough.In(meeting, action, outcome, record.Viewer.PersonId, day.Now));
        return await record.SaveAsync(happened, cancel);
    }

    private Task<bool> IsTheSameAgainAsync(AgreedAction action, RowOutcome outcome, CancellationToken cancel)
    {
        var since = day.Now - Twice;
        return version is { } seen && seen < action.Version
            ? record.PartsOfMeetings<RowGoneThrough>().AnyAsync(
                r => r.MeetingId == meeting.Id && r.ActionId == action.Id && r.Outcome == outcome && r.ById == record.Viewer.PersonId && r.At >= since, cancel)
            : Task.FromResult(false);
    }

    private static Result<IActionEvent> Told<T>(Result<T> result)
        where T : class, IActionEvent => result.Allowed(out var happened, out var refused) ? Result<IActionEvent>.Of(happened) : refused;
}
