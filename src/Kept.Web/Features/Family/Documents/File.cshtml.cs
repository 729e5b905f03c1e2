using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Documents;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Documents;

/// <summary>One shared file as it is now, to be saved. What it was before is the school's own.</summary>
public sealed class FileModel(FamilyVisit visit, FamilyLanguage language, Reads reads, BlobStore blobs) : ChildPageModel(visit, language)
{
    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.DocumentAsync(DocumentId, cancel) is not { } row || blobs.Open(row.Sha256) is not { } content)
        {
            return NotFound();
        }

        reads.Opened(Visit.Place.Viewer, row, OpenedHow.File, Visit.Day.Now);
        return FileAnswerResult.AsFile(Response, content, row.Kind, row.FileName);
    }
}
