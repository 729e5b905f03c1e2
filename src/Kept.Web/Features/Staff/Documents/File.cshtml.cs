using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>The file itself, to be saved.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class FileModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads, BlobStore blobs) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    /// <param name="version">A superseded one; the current where none is named.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnGetAsync(int? version, CancellationToken cancel)
    {
        if (await record.DocumentRowAsync(DocumentId, cancel) is not { } row)
        {
            return NotFound();
        }

        var number = version ?? row.Number;
        var found = await record.DocumentVersions.AsNoTracking().FirstOrDefaultAsync(v => v.DocumentId == DocumentId && v.Number == number, cancel);
        if (found is null || blobs.Open(found.Sha256) is not { } content)
        {
            return NotFound();
        }

        reads.Opened(viewer, row, OpenedHow.File, day.Now, number);
        return FileAnswerResult.AsFile(Response, content, found.Kind, found.FileName);
    }
}
