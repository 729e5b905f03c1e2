using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Ledger;
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

/// <summary>One meeting: how it is prepared before, and the written record after.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class ShowModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        ("From", nameof(MeetingActForm.From)), (nameof(Contribution.How), nameof(MeetingActForm.How)), (nameof(Contribution.Words), nameof(MeetingActForm.Words)),
        ("Guests", nameof(MeetingActForm.Guest)), (nameof(ReviewStep.Kind), nameof(MeetingActForm.Step)), (nameof(ReviewStep.On), nameof(MeetingActForm.Day)),
        (nameof(ReviewStep.Note), nameof(MeetingActForm.Note)), (nameof(Meeting.CalledOffBy), nameof(MeetingActForm.By)), (nameof(Meeting.CalledOffWhy), nameof(MeetingActForm.Why)),
        ("Point", nameof(MeetingActForm.Point))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty]
    public MeetingActForm Form { get; set; } = new();

    public MeetingView Shown { get; private set; } = null!;

    /// <summary>The act whose form is shown with what is wrong with it.</summary>
    public string? Failed { get; private set; }

    public bool MayLog => viewer.Sight.MayLog;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } meeting || await MeetingView.OfAsync(record, meeting, day, cancel) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        reads.Opened(viewer, meeting.PupilId, "meeting", day.Now);
        return Page();
    }

    public Task<IActionResult> OnPostInviteAsync(CancellationToken cancel) => ActAsync("invite", async meeting =>
    {
        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        var there = await ThereAsync(meeting, cancel);
        if (!meeting.Invite(guests.Find(Form.Guest), there, day.Today, day.Now).Allowed(out var asked, out var refused))
        {
            return refused;
        }

        if (!there.Contains(asked))
        {
            record.Add(asked);
        }

        return Result<ILedgerEvent>.Of(new MeetingChanged(meeting.PupilId, meeting.Id));
    }, cancel);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => ActAsync("withdraw", async meeting =>
    {
        var there = await ThereAsync(meeting, cancel);
        return there.Find(a => a.Id == Form.Attendee) is { } leaving ? Told(meeting.Withdraw(leaving, there)) : Gone;
    }, cancel);

    /// <summary>Apologies that came before the meeting.</summary>
    public Task<IActionResult> OnPostApologiesAsync(CancellationToken cancel) => ActAsync("apologies", async meeting =>
    {
        var there = await ThereAsync(meeting, cancel);
        if (there.Find(a => a.Id == Form.Attendee) is not { } sorry || !meeting.IsToCome)
        {
            return Gone;
        }

        sorry.Mark(Attendance.SentApologies);
        return Result<ILedgerEvent>.Of(new AttendanceTaken(meeting.PupilId, meeting.Id));
    }, cancel);

    public Task<IActionResult> OnPostPointAsync(CancellationToken cancel) => ActAsync("point", async meeting =>
    {
        var already = await record.PartsOfMeetings<AgendaPoint>().CountAsync(p => p.MeetingId == meeting.Id, cancel);
        if (!AgendaPoint.Add(meeting, already, Form.Point, viewer.PersonId, day.Now).Allowed(out var point, out var refused))
        {
            return refused.About("Point");
        }

        record.Add(point);
        return Result<ILedgerEvent>.Of(new PointAdded(meeting.PupilId, point.Id));
    }, cancel);

    public Task<IActionResult> OnPostHeardAsync(CancellationToken cancel) => ActAsync("heard", async meeting =>
    {
        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        if (!Contribution.Receive(meeting, guests.Find(Form.From), Form.How, Form.Words, day.Today, viewer.PersonId, day.Now).Allowed(out var heard, out var refused))
        {
            return refused;
        }

        record.Add(heard);
        return Result<ILedgerEvent>.Of(new ContributionReceived(meeting.PupilId, heard.Id));
    }, cancel);

    public Task<IActionResult> OnPostStepAsync(CancellationToken cancel) => ActAsync("step", meeting =>
    {
        if (!TypedDay.Gone(Form.Day, day.Today, day.Calendar).Allowed(out var on, out var refused))
        {
            return Task.FromResult<Result<ILedgerEvent>>(refused.About(nameof(ReviewStep.On)));
        }

        if (!ReviewStep.Take(meeting, Form.Step, on, Form.Note, day.Today, viewer.PersonId, day.Now).Allowed(out var step, out refused))
        {
            return Task.FromResult<Result<ILedgerEvent>>(refused);
        }

        record.Add(step);
        return Task.FromResult(Result<ILedgerEvent>.Of(new ReviewStepTaken(meeting.PupilId, step.Id)));
    }, cancel);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) =>
        ActAsync("cancel", meeting => Task.FromResult(Told(meeting.Cancel(Form.By, Form.Why))), cancel);

    private async Task<IActionResult> ActAsync(string act, Func<Meeting, Task<Result<ILedgerEvent>>> verb, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } meeting)
        {
            return NotFound();
        }

        if (!MayLog)
        {
            return Forbid();
        }

        if ((await verb(meeting)).Allowed(out var happened, out var refused) && (refused = await record.SaveAsync(happened, cancel)) is null)
        {
            TempData.Say("Kept.");
            return Redirect($"/meetings/{MeetingId}");
        }

        Failed = act;
        ModelState.Refuse(refused!, Fields);
        if (await FindAsync(cancel) is not { } again || await MeetingView.OfAsync(record, again, day, cancel) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        return this.PageWithErrors();
    }

    private static Refusal Gone => new("That is no longer there. Reload the page to see what happened");

    private Task<Meeting?> FindAsync(CancellationToken cancel) => record.Meetings.FirstOrDefaultAsync(m => m.Id == MeetingId, cancel);

    private async Task<List<Attendee>> ThereAsync(Meeting meeting, CancellationToken cancel) =>
        [.. (await record.SeatsAsync(meeting, "", cancel, withdrawnToo: true)).Select(s => s.Attendee)];

    private static Result<ILedgerEvent> Told<T>(Result<T> result)
        where T : class, ILedgerEvent => result.Allowed(out var happened, out var refused) ? Result<ILedgerEvent>.Of(happened) : refused;
}

/// <summary>What the short forms of the page ask for; each uses its own few.</summary>
public sealed class MeetingActForm
{
    [Display(Name = "Invite somebody else")]
    public string? Guest { get; set; }

    public Id<Attendee>? Attendee { get; set; }

    [Display(Name = "Something else to talk about")]
    public string? Point { get; set; }

    [Display(Name = "Whose words")]
    public string? From { get; set; }

    [Display(Name = "How they were gathered", Description = "For example, in a talk with Miss Okafor, with pictures")]
    public string? How { get; set; }

    [Display(Name = "Their words", Description = "As they said them. They are heard at the meeting")]
    public string? Words { get; set; }

    [Display(Name = "What was done")]
    public ReviewStepKind? Step { get; set; }

    [Display(Name = "On which day", Description = "For example, 2 May or yesterday")]
    public string? Day { get; set; }

    [Display(Name = "Note")]
    public string? Note { get; set; }

    [Display(Name = "Who called it off?")]
    public CalledOffBy? By { get; set; }

    [Display(Name = "Why")]
    public string? Why { get; set; }
}
