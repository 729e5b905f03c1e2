using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Documents;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Messages;

/// <summary>A file of one of the carer’s own messages, as it was sent. Pictures and PDFs are looked at in the browser; all else is only to be saved.</summary>
public sealed class FileModel(FamilyVisit visit, FamilyLanguage language, Reads reads, BlobStore blobs) : MessagesPageModel(visit, language)
{
    [BindProperty(SupportsGet = true)]
    public Id<MessageThread> ThreadId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<MessageFile> FileId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.Threads.FileAsync(ThreadId, FileId, cancel) is not { } file || blobs.Open(file.Sha256) is not { } content)
        {
            return NotFound();
        }

        var shown = file.Kind.MayBePreviewed();
        reads.Opened(Visit.Place.Viewer, ChildId, file.DocumentId, shown ? OpenedHow.Preview : OpenedHow.File, Visit.Day.Now);
        return shown ? FileAnswerResult.AsPreview(Response, content, file.Kind, file.Name) : FileAnswerResult.AsFile(Response, content, file.Kind, file.Name);
    }
}
