using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Documents;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Meetings;

/// <summary>A recording of the carer’s own before a meeting, half done or sent, to be listened to.</summary>
public sealed class RecordingModel(FamilyVisit visit, FamilyLanguage language, Reads reads, BlobStore blobs) : ChildPageModel(visit, language)
{
    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid RecordingId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.RecordingAsync(MeetingId, RecordingId, cancel) is not { } found || blobs.Open(found.Sha256) is not { } content)
        {
            return NotFound();
        }

        if (found.DocumentId is { } document)
        {
            reads.Opened(Visit.Place.Viewer, ChildId, document, OpenedHow.Preview, Visit.Day.Now);
        }

        return FileAnswerResult.AsPreview(Response, content, found.Kind, found.Name);
    }
}
