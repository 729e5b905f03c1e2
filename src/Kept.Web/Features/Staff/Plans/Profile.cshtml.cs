using Kept.Domain.Plans;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>The plan in force on one page, for whoever teaches the child today: the cover folder, the inside of the cupboard door.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class ProfileModel(VisibleRecord record, SchoolDay day, Reads reads) : OnePlanPageModel(record, day)
{
    public PlanContent Written { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (await VersionAsync(Plan.Current, cancel) is not { } inForce)
        {
            return Redirect(PlanLinks.Plans(PupilId));
        }

        Written = inForce.Content;
        reads.Opened(Viewer, PupilId, "plan", Day.Now);
        return Page();
    }
}
