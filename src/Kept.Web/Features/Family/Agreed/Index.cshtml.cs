using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Agreed;

/// <summary>What school and family agreed about one child, as this carer may read it.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads) : ChildPageModel(visit, language)
{
    public WhatWeAgreedView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.WhatWeAgreedAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        Shown = new WhatWeAgreedView(shared, Visit.Place.School.Name, Visit.Day.Today, Words);
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family", Visit.Day.Now);
        return Page();
    }
}
