using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Features.Families;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>The documents of a child from one carer’s side. Where this carer may be told nothing there is no such page.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class PreviewDocumentsModel(VisibleRecord record, SchoolDay day, Reads reads) : CarersSidePageModel(record)
{
    public DocumentsView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (await Side.DocumentsAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        Shown = new DocumentsView(shared, day.Today, Words, document => PupilPeopleLinks.Document(document.Id));
        reads.Opened(Viewer, PupilId, "preview-documents", day.Now);
        return Page();
    }
}
