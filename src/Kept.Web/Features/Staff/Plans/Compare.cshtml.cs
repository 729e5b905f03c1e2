using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>Any two versions of a plan side by side, by word, with what led to the later one.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class CompareModel(VisibleRecord record, SchoolDay day, Reads reads) : OnePlanPageModel(record, day)
{
    private const int MostVersions = 200;

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public PlanVersion Older { get; private set; } = null!;

    public PlanVersion Newer { get; private set; } = null!;

    public PlanVersionLine Line { get; private set; } = null!;

    public IReadOnlyList<PlanDifference> Differences { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        var (from, to) = (From ?? Math.Max(1, Plan.Current - 1), To ?? Plan.Current);
        (From, To) = (Math.Min(from, to), Math.Max(from, to));
        if (await VersionAsync(From.Value, cancel) is not { } older || await VersionAsync(To.Value, cancel) is not { } newer)
        {
            return NotFound();
        }

        (Older, Newer) = (older, newer);
        Differences = PlanComparison.Of(older.Content, newer.Content);
        Line = (await Record.LinesAsync(Record.PlanVersions.Where(v => v.Id == newer.Id), cancel))[0];
        Versions = await Record.PlanVersions.Where(v => v.PlanId == PlanId).OrderByDescending(v => v.Number).Take(MostVersions)
            .Select(v => new { v.Number, v.From }).AsAsyncEnumerable()
            .Select(v => new SelectListItem($"Version {v.Number}, from {Days.Plain(v.From, Day.Today)}", $"{v.Number}")).ToListAsync(cancel);
        ModelState.Clear();
        reads.Opened(Viewer, PupilId, "plan", Day.Now);
        return Page();
    }
}
