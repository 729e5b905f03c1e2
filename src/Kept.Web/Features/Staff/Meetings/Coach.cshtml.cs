using Kept.Domain;
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

/// <summary>What a line is read as while it is being typed in a meeting. A fragment of the form.</summary>
[Authorize(Policies.Log)]
public sealed class CoachModel(VisibleRecord record, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty]
    public QuickLine Line { get; set; } = new();

    public LineReadingView Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await record.Meetings.AnyAsync(m => m.Id == MeetingId, cancel) ? Redirect($"/meetings/{MeetingId}/run") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await record.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == MeetingId, cancel) is not { } meeting
            || await MeetingGuests.OfAsync(record, meeting.PupilId, cancel) is not { } guests)
        {
            return NotFound();
        }

        var reader = await RunningMeeting.ReaderAsync(record, meeting, guests.Owners, day, cancel);
        Reading = new RunningMeeting(meeting, guests, [], Agenda.Empty(day.Today), [], [], null, [], [], [], [], reader, day).Reading(Line);
        return Page();
    }
}
