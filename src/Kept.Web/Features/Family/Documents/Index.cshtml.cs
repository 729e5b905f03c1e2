using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kept.Web.Features.Family.Documents;

/// <summary>The files that the school shares about one child.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads) : ChildPageModel(visit, language)
{
    public IReadOnlyList<DocumentRow> Shown { get; private set; } = [];

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public LocalDate Today => Visit.Day.Today;

    public string FileOf(DocumentRow document) => FamilyLinks.File(Visit.Place.School, Visit.Child.Id, document.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.DocumentsAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        Shown = shared;
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family-documents", Visit.Day.Now);
        return Page();
    }
}
