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

namespace Kept.Web.Features.Staff.Documents;

/// <summary>The current version in the browser itself: PDF, the pictures that every browser shows, and sound. All else is only to be saved.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class PreviewModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads, BlobStore blobs) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await record.DocumentRowAsync(DocumentId, cancel) is not { } row || !(row.Kind.MayBePreviewed() || row.Kind.IsSound()) || blobs.Open(row.Sha256) is not { } content)
        {
            return NotFound();
        }

        reads.Opened(viewer, row, OpenedHow.Preview, day.Now);
        return FileAnswerResult.AsPreview(Response, content, row.Kind, row.FileName);
    }
}
