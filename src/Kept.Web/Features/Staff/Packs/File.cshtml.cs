using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Packs;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Packs;

/// <summary>Hands a finished pack to who asked for it, and to nobody else; the history says so before the first byte goes out.</summary>
[Authorize(Policies.Export)]
public sealed class FileModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, IPackRoom room, Reads reads) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    public async Task<IActionResult> OnGetAsync(Id<Pack>? pack, CancellationToken cancel)
    {
        if (!await record.Pupils.AnyAsync(p => p.Id == PupilId, cancel))
        {
            return NotFound();
        }

        if (pack is null)
        {
            return Redirect($"/pupils/{PupilId}/packs");
        }

        if (await record.Packs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pack && p.PupilId == PupilId, cancel) is not { } found || !found.IsThereAt(day.Now))
        {
            return NotFound();
        }

        if (room.Open(found.Id) is not { } file)
        {
            TempData.Say("The file of this pack is not here any more. Make it again.");
            return Redirect($"/pupils/{PupilId}/packs");
        }

        if (await record.SaveAsync(new PackTaken(PupilId, found.Id, found.Audience), cancel) is not null)
        {
            await file.DisposeAsync();
            return Redirect($"/pupils/{PupilId}/packs");
        }

        reads.Opened(viewer, PupilId, "pack", day.Now);
        foreach (var (document, version) in found.Format is PackFormat.Zip ? PackPapers.In(file) : [])
        {
            reads.Opened(viewer, PupilId, document, OpenedHow.Zip, day.Now, version);
        }

        return File(file, PackFormats.ContentType(found.Format), PackFormats.FileName(found, day.Today));
    }
}
