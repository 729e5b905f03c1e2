using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>The follow-up of a meeting, for each carer by themselves: a restricted carer has none.</summary>
[Authorize(Policies.Log)]
public sealed class FollowUpModel(VisibleRecord record, SchoolDay day, Reads reads) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<FollowUpLetter> Letters { get; private set; } = [];

    /// <summary>Carers for whom there is none, with why, in staff's words only.</summary>
    public IReadOnlyList<string> Without { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var meeting = await record.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == MeetingId, cancel);
        if (meeting is null || await MeetingView.OfAsync(record, meeting, day, cancel) is not { } shown)
        {
            return NotFound();
        }

        if (!shown.HasFollowUp)
        {
            return Redirect($"/meetings/{MeetingId}");
        }

        var told = shown.Record!;
        var lead = shown.Seats.FirstOrDefault(s => s.Attendee.PersonId == meeting.LeadId)?.Name ?? "";
        Title = $"Follow-up: {shown.Guests.ChildName}";
        Letters = FollowUpLetter.Of(
            meeting, shown.Guests, shown.Seats, told.Entry, [.. told.Actions.Where(a => a.Visibility is Visibility.Family)],
            await record.ReviewsHeldAsync(meeting.Id, Visibility.Family, cancel), shown.Interpreters, day.School.Name, lead, day.Today);
        Without = [.. shown.Guests.Carers.Where(c => Letters.All(l => l.Name != c.Guest.Name)).Select(c => c.Tie.MayBeToldOn(day.Today)
            ? $"{c.Guest.Name}, {c.Tie.Kind}: does not receive copies"
            : $"{c.Guest.Name}, {c.Tie.Kind}: may not be told. Read why on the pupil’s page")];
        reads.Opened(record.Viewer, meeting.PupilId, "follow-up", day.Now);
        return Page();
    }
}
