using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>The meetings about one pupil: what is coming, then what was.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class OfPupilModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    private const int PageSize = 30;
    private const int MostComing = 20;
    private const int LastPage = 100;

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "after")]
    public int After { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "before")]
    public int? Before { get; set; }

    public int Number => Math.Clamp(Before is { } page ? page - 1 : After, 0, LastPage);

    public string PupilName { get; private set; } = "";

    public LocalDate Today => day.Today;

    public bool MayLog => viewer.Sight.MayLog;

    public IReadOnlyList<MeetingRow> Coming { get; private set; } = [];

    public IReadOnlyList<MeetingRow> Past { get; private set; } = [];

    public bool HasMore { get; private set; }

    public int? PageBefore => Number > 0 ? Number : null;

    public int? PageAfter => HasMore ? Number + 1 : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var name = await record.Pupils.Where(p => p.Id == PupilId).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefaultAsync(cancel);
        if (name is null)
        {
            return NotFound();
        }

        PupilName = name;
        var meetings = record.Meetings.Where(m => m.PupilId == PupilId);
        var coming = await record.Rows(meetings.Where(m => m.Status == MeetingStatus.Running || m.Status == MeetingStatus.Planned)
            .OrderBy(m => m.On).ThenBy(m => m.At).ThenBy(m => m.Id).Take(MostComing)).ToListAsync(cancel);
        var past = await record.Rows(meetings.Where(m => m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Cancelled)
            .OrderByDescending(m => m.On).ThenByDescending(m => m.At).ThenBy(m => m.Id)
            .Skip(Number * PageSize).Take(PageSize + 1)).ToListAsync(cancel);
        Coming = [.. coming.OrderBy(r => r.On).ThenBy(r => r.At)];
        HasMore = past.Count > PageSize && Number < LastPage;
        Past = [.. past.OrderByDescending(r => r.On).ThenByDescending(r => r.At).Take(PageSize)];
        reads.Opened(viewer, PupilId, "meetings", day.Now);
        return Page();
    }
}
