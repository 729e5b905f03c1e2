using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Documents;

/// <summary>The files that the school shares about one child.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads) : ChildPageModel(visit, language)
{
    public DocumentsView Shown { get; private set; } = null!;

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.DocumentsAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        Shown = new DocumentsView(shared, Visit.Day.Today, Words, document => FamilyLinks.File(Visit.Place.School, Visit.Child.Id, document.Id)) { IsFetched = true };
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family-documents", Visit.Day.Now);
        return Page();
    }
}
