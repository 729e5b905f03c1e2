using Kept.Store;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Features.Families;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A child’s plans from one carer’s side. Where this carer may be told nothing there is no such page.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class PreviewPlanModel(VisibleRecord record, SchoolDay day, Reads reads) : CarersSidePageModel(record)
{
    public PlansView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (await Side.PlansAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        Shown = new PlansView(shared, day.Today, Words, IsTranslated ? await Side.TranslationsAsync(shared, Tie.Language, cancel) : Translated.Nothing);
        reads.Opened(Viewer, PupilId, "preview-plan", day.Now);
        return Page();
    }
}
