using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Changes the plan of a meeting that is not over: another day, another lead, who sees it.</summary>
[Authorize(Policies.Log)]
public sealed class ChangeModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty]
    public MeetingForm Form { get; set; } = new();

    /// <summary>The version that was on the page.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public MeetingFormPage Shown { get; private set; } = null!;

    public string PupilName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not (var meeting, var guests))
        {
            return NotFound();
        }

        if (!meeting.IsToCome)
        {
            return Redirect($"/meetings/{MeetingId}");
        }

        Form = MeetingForm.Of(meeting);
        return Show(meeting, guests);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not (var meeting, var guests))
        {
            return NotFound();
        }

        IReadOnlyList<Refusal> wrong = Version is { } seen && seen != meeting.Version
            ? [new Refusal("Somebody else changed this while you had it open. Look at what they did, then try again")]
            : await KeepAsync(meeting, guests, cancel);
        if (wrong.Count == 0)
        {
            TempData.Say("The meeting is changed.");
            return Redirect($"/meetings/{MeetingId}");
        }

        ModelState.Refuse(wrong, MeetingForm.Fields);
        ModelState.Remove(nameof(Version));
        Show(meeting, guests);
        return this.PageWithErrors();
    }

    private async Task<IReadOnlyList<Refusal>> KeepAsync(Meeting meeting, MeetingGuests guests, CancellationToken cancel)
    {
        var (plan, unread) = Form.Read(day, viewer);
        var there = (await record.SeatsAsync(meeting, guests.ChildName, cancel, withdrawnToo: true)).Select(s => s.Attendee).ToList();
        var lead = Id<Person>.TryParse(Form.Lead, null, out var person) ? guests.Owner(person) : null;
        if (MeetingForm.All(unread, Meeting.WrongToChange(plan, lead, there, day.Today)) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        if (meeting.SurgeryId is not null && await record.IsTakenByAnotherAsync(meeting, plan.On, plan.At, cancel))
        {
            return [new Refusal("Another family has booked that time of the surgery. Choose another time", nameof(MeetingPlan.At))];
        }

        if (!meeting.Change(plan, lead, there, day.Today, day.Now).Allowed(out var changed, out var refused))
        {
            return [refused];
        }

        if (changed.NewLead is { } place && !there.Contains(place))
        {
            record.Add(place);
        }

        return await record.SaveAsync(changed.Happened, cancel) is { } meanwhile ? [meanwhile] : [];
    }

    private async Task<(Meeting Meeting, MeetingGuests Guests)?> FindAsync(CancellationToken cancel)
    {
        var meeting = await record.Meetings.FirstOrDefaultAsync(m => m.Id == MeetingId, cancel);
        return meeting is not null && await MeetingGuests.OfAsync(record, meeting.PupilId, cancel) is { } guests ? (meeting, guests) : null;
    }

    private PageResult Show(Meeting meeting, MeetingGuests guests)
    {
        Version = meeting.Version;
        PupilName = guests.ChildName;
        Shown = new MeetingFormPage(Form, guests, viewer, day.Today);
        return Page();
    }
}
