using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.Meetings;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>
/// Meeting mode: one screen from "who is here" to the written record. Every press saves, so that a meeting half done survives a closed lid
/// and a colleague can go on with it.
/// </summary>
[Authorize(Policies.Log)]
public sealed partial class RunModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty]
    public HereForm Here { get; set; } = new();

    [BindProperty]
    public JoinForm Join { get; set; } = new();

    [BindProperty]
    public BesideForm Beside { get; set; } = new();

    /// <summary>The row whose button was pressed.</summary>
    [BindProperty(Name = "row")]
    public Id<AgreedAction>? RowId { get; set; }

    /// <summary>Its version that was on the page.</summary>
    [BindProperty(Name = "version")]
    public int? RowVersion { get; set; }

    [BindProperty]
    public NotesForm Notes { get; set; } = new();

    [BindProperty]
    public QuickLine Line { get; set; } = new();

    [BindProperty]
    public EndForm End { get; set; } = new();

    [BindProperty]
    public WasForm Was { get; set; } = new();

    public RunningMeeting Shown { get; private set; } = null!;

    /// <summary>What of the notes is a draft that is not kept yet.</summary>
    public bool NotesAreDraft { get; private set; }

    /// <summary>Whether some of those who are here are ticked and not kept yet.</summary>
    public bool HereIsDraft { get; private set; }

    /// <summary>The part of the page whose form was refused, or the act on a row.</summary>
    public string? Failed { get; private set; }

    public bool IsRunning => Shown.Meeting.Status is MeetingStatus.Running;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } meeting)
        {
            return NotFound();
        }

        if (!meeting.IsToCome)
        {
            return Over(meeting, await Draft.FindAsync(cancel));
        }

        await ShowAsync(meeting, cancel);
        reads.Opened(viewer, meeting.PupilId, "meeting", day.Now);
        return Page();
    }

    public Task<IActionResult> OnPostStartAsync(bool onAnotherDay, CancellationToken cancel) => ActAsync("start", "here", async meeting =>
        meeting.Start(day.Local, onAnotherDay).Allowed(out var started, out var refused) ? await record.SaveAsync(started, cancel)
            : meeting.Status is MeetingStatus.Running ? null
            : refused.Field is nameof(Meeting.On) ? refused.About("AnotherDay") : refused, kept: null, cancel);

    /// <summary>Pressed by mistake. What is typed is held, and there again when it starts.</summary>
    public Task<IActionResult> OnPostNotStartedAsync(CancellationToken cancel) => ActAsync("notstarted", "", async meeting =>
    {
        if (!meeting.NotStarted().Allowed(out var back, out var refused))
        {
            return meeting.Status is MeetingStatus.Planned ? null : refused;
        }

        TempData.Say("Taken back. What is written is held, and there again when it starts.");
        return await record.SaveAsync(back, cancel);
    }, _ => { }, cancel);

    public Task<IActionResult> OnPostHereAsync(CancellationToken cancel) => ActAsync("here", "rows", async meeting =>
    {
        foreach (var seat in await record.SeatsAsync(meeting, "", cancel))
        {
            if (Here.Each.TryGetValue(seat.Attendee.Id.ToString(), out var said))
            {
                seat.Attendee.Mark(said);
            }
        }

        return await record.SaveAsync(new AttendanceTaken(meeting.PupilId, meeting.Id), cancel);
    }, typed => typed.Here.Clear(), cancel);

    public Task<IActionResult> OnPostJoinAsync(CancellationToken cancel) => ActAsync("join", "here", async meeting =>
    {
        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        var there = (await record.SeatsAsync(meeting, "", cancel, withdrawnToo: true)).Select(s => s.Attendee).ToList();
        if (!meeting.Invite(guests.Find(Join.Guest), there, day.Today, day.Now).Allowed(out var came, out var refused))
        {
            return refused.About("Join.Guest");
        }

        came.Mark(Attendance.Attended);
        if (!there.Contains(came))
        {
            record.Add(came);
        }

        return await record.SaveAsync(new AttendanceTaken(meeting.PupilId, meeting.Id), cancel);
    }, typed => typed.Guest = null, cancel);

    public Task<IActionResult> OnPostDoneAsync(CancellationToken cancel) => ActOnRowAsync("done", acts => acts.DoneAsync(cancel), cancel);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) => ActOnRowAsync("keep", acts => acts.KeepAsync(cancel), cancel);

    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) => ActOnRowAsync("move", acts => acts.MoveAsync(cancel), cancel);

    public Task<IActionResult> OnPostParkAsync(CancellationToken cancel) => ActOnRowAsync("park", acts => acts.ParkAsync(cancel), cancel);

    public Task<IActionResult> OnPostNotesAsync(CancellationToken cancel) => ActAsync("notes", "agree", async meeting =>
    {
        if (!meeting.TakeNotes(Notes.Issue, Notes.Said, Notes.Note, meeting.ReviewOn, day.Local).Allowed(out var taken, out var refused))
        {
            return refused.Field is null ? refused : refused.About($"Notes.{refused.Field}");
        }

        return await record.SaveAsync(taken, cancel);
    }, typed => typed.Notes = null, cancel);

    /// <summary>Enter pressed in a field, without script: what is typed is held, and nothing else is done.</summary>
    public Task<IActionResult> OnPostTypedAsync(CancellationToken cancel) => ActAsync("typed", "", _ => Task.FromResult<Refusal?>(null), _ => { }, cancel);

    /// <summary>Holds what is being typed, a moment after it is typed.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } meeting)
        {
            return NotFound();
        }

        return meeting.Status is not MeetingStatus.Running ? StatusCode(StatusCodes.Status409Conflict)
            : await Draft.SaveAsync(RunTyped.Of(this), cancel) ? new NoContentResult()
            : StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    private Task<IActionResult> ActOnRowAsync(string act, Func<RowActs, Task<Refusal?>> verb, CancellationToken cancel) =>
        ActAsync(act, "rows", async meeting => await verb(new RowActs(record, day, meeting, RowId, RowVersion, Beside.Rows.GetValueOrDefault(RowForm.Key(act, RowId)) ?? new())) switch
        {
            { Field: nameof(AgreedAction.DueOn) } refused => refused.About("Row.Day"),
            { Field: "Reason" } refused => refused.About("Row.Reason"),
            { Field: nameof(AgreedAction.WhatChanged) } refused => refused.About("Row.WhatChanged"),
            { Field: nameof(AgreedAction.Evidence) } refused => refused.About("Row.Evidence"),
            var other => other
        }, typed => typed.Rows.Keys.Where(key => key.EndsWith($"-{RowId}", StringComparison.Ordinal)).ToList().ForEach(key => typed.Rows.Remove(key)), cancel);

    /// <param name="act">What is tried.</param>
    /// <param name="next">Where on the page to go on once it is kept.</param>
    /// <param name="verb">Tries and saves; a refusal names the field of the form that it is about.</param>
    /// <param name="kept">Takes what is kept by it out of what was typed; null where no form of the screen was sent.</param>
    /// <param name="cancel">Stops it.</param>
    private Task<IActionResult> ActAsync(string act, string next, Func<Meeting, Task<Refusal?>> verb, Action<RunTyped>? kept, CancellationToken cancel) =>
        ActAsync(act, next, async meeting => await verb(meeting) is { } refused ? [refused] : (IReadOnlyList<Refusal>)[], kept, cancel);

    private async Task<IActionResult> ActAsync(string act, string next, Func<Meeting, Task<IReadOnlyList<Refusal>>> verb, Action<RunTyped>? kept, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } meeting)
        {
            return NotFound();
        }

        var typed = RunTyped.Of(this);

        if (!meeting.IsToCome)
        {
            return Over(meeting, typed);
        }

        // Before anything is changed, so that whatever becomes of the act no word is lost by it.
        var held = kept is null || await Draft.SaveAsync(typed, cancel);
        var wrong = held && meeting.Status is MeetingStatus.Planned && act is not ("start" or "notstarted")
            ? [new Refusal("Somebody has taken the start of this meeting back. What you typed is held: start it, and it is there again")]
            : (held || act is "notes" or "end") && await FindAsync(cancel) is { } current ? await verb(current)
            : [new Refusal("More is typed here than can be held. Keep the notes first")];
        if (wrong.Count == 0)
        {
            kept?.Invoke(typed);
            await (kept is null ? Task.CompletedTask : Draft.SaveAsync(typed, cancel));
            return Redirect($"/meetings/{MeetingId}/run#{next}");
        }

        Failed = act;
        foreach (var refused in wrong)
        {
            ModelState.AddModelError(refused.Field ?? "", refused.Sentence);
        }

        // What was tried on the way is not what is kept, against which the screen measures what is typed.
        record.LetGo();
        if (await FindAsync(cancel) is not { } again)
        {
            return NotFound();
        }

        await ShowAsync(again, cancel);
        return this.PageWithErrors();
    }

    private RunDraft Draft => new(record, MeetingId, day);

    private Task<Meeting?> FindAsync(CancellationToken cancel) => record.Meetings.FirstOrDefaultAsync(m => m.Id == MeetingId, cancel);

    private async Task ShowAsync(Meeting meeting, CancellationToken cancel)
    {
        Shown = (await RunningMeeting.OfAsync(record, meeting, day, cancel))!;
        var typed = Failed is null or "start" ? await Draft.FindAsync(cancel) : RunTyped.Of(this);
        var kept = NotesForm.Kept(meeting);
        Was = new WasForm
        {
            Notes = kept.Mark(),
            Here = Shown.Seats.ToDictionary(s => s.Attendee.Id.ToString(), s => s.Attendee.Attendance),
            End = new EndForm
            {
                Day = meeting.TakesPlaceOn.InWords(),
                Started = (meeting.StartedAt ?? meeting.At).InWords(),
                Ended = meeting.EndedAt?.InWords(),
                Review = Shown.Review.InWords()
            }
        };
        Notes = typed.Notes ?? kept;
        NotesAreDraft = Failed is null && typed.Notes is not null;
        Here.Each = Was.Here.ToDictionary(was => was.Key, was => typed.Here.TryGetValue(was.Key, out var said) ? said : was.Value);
        HereIsDraft = typed.Here.Count > 0;
        Join.Guest = typed.Guest;
        Line = typed.Line;
        Beside = new BesideForm { Rows = typed.Rows, Reviews = typed.Reviews };
        End = new EndForm
        {
            Day = typed.End.Day ?? Was.End.Day,
            Started = typed.End.Started ?? Was.End.Started,
            Ended = typed.End.Ended ?? Was.End.Ended,
            Review = typed.End.Review ?? Was.End.Review
        };
    }
}
