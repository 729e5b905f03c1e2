using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>A version of a plan, whole, as it was published, with what its reviews found.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class VersionModel(VisibleRecord record, SchoolDay day, Reads reads) : OnePlanPageModel(record, day)
{
    private const int MostReviews = 20;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public PlanContent Written { get; private set; } = null!;

    public PlanVersionLine Line { get; private set; } = null!;

    public IReadOnlyList<PlanReviewLine> Reviews { get; private set; } = [];

    public FamilySays Says { get; private set; } = FamilySays.Nothing;

    public IReadOnlyList<PlanViewRow> SaidOfWhatIsGone
    {
        get
        {
            var keys = PlanParts.Of(Written).Select(part => part.Key).ToHashSet();
            return [.. Says.Of(key => !keys.Contains(key))];
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel) || await VersionAsync(Number, cancel) is not { } version)
        {
            return NotFound();
        }

        Written = version.Content;
        Line = (await Record.LinesAsync(Record.PlanVersions.Where(v => v.Id == version.Id), cancel))[0];
        Reviews = await Record.PlanReviews.AsNoTracking()
            .Where(r => r.PlanId == PlanId && r.Number == Number).OrderByDescending(r => r.HeldOn).Take(MostReviews)
            .Select(r => new PlanReviewLine(
                r.PlanId, r.Number, r.HeldOn, Record.People.Where(p => p.Id == r.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "", r.Findings))
            .ToListAsync(cancel);
        Says = await FamilySays.OfAsync(Record, Plan, Number, Day.Today, MayWrite, cancel);
        reads.Opened(Viewer, PupilId, "plan", Day.Now);
        return Page();
    }
}
