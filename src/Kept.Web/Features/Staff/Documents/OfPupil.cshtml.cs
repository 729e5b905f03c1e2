using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>One pupil's documents, by category: what a colleague looks for first.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class OfPupilModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    private const int Most = 300;

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    public NamedPupil Pupil { get; private set; } = null!;

    public IReadOnlyList<IGrouping<DocumentCategory, DocumentRow>> Groups { get; private set; } = [];

    public bool IsWhole { get; private set; }

    public bool MayAdd => viewer.Sight.MayLog;

    public bool MayExport => viewer.Sight.MayExport;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await record.PupilAsync(PupilId, cancel) is not { } pupil)
        {
            return NotFound();
        }

        Pupil = pupil;
        var rows = await record.DocumentsOf(PupilId, Most).ToListAsync(cancel);
        IsWhole = rows.Count < Most;
        Groups = [.. rows.OrderByDescending(r => r.DatedOn).ThenByDescending(r => r.Id).GroupBy(r => r.Category).OrderBy(g => g.Key)];
        TickedNone.Say(ModelState, TempData, Groups.Count > 0 ? Groups[0].First().Id : null);
        reads.Opened(viewer, PupilId, "documents", day.Now);
        return Page();
    }

    public DocumentLine Line(DocumentRow row) => new(row, day.Today, Words: null, NamesPupils: false, MayExport);
}
