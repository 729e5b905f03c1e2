using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Export;
using Kept.Web.Access;
using Kept.Web.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Pupils;

/// <summary>A pupil's whole log as a file: entries with their actions, corrections and reviews.</summary>
[Authorize(Policies.Export)]
public sealed class ExportModel(VisibleRecord record, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancel)
    {
        if (ExportFormat.Read(format ?? "csv") is not { } kind || !await record.Pupils.AnyAsync(p => p.Id == PupilId, cancel))
        {
            return NotFound();
        }

        return new ExportResult(record.LogAsync(PupilId, cancel), kind, "log", day.Today);
    }
}
