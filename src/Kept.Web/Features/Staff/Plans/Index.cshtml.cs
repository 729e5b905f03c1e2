using Kept.Domain;
using Kept.Domain.Log;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>A plan at a glance, with how it came to be what it is.</summary>
public sealed record PlanOnPage(
    SupportPlan Plan, PlanContent? Content, IReadOnlyList<PlanVersionLine> Versions, IReadOnlyList<PlanReviewLine> Reviews, PlanDraftLine? Draft, IReadOnlyList<StatutoryStep> Steps)
{
    /// <summary>So much of what families say of it waits for an answer.</summary>
    public int Waiting { get; init; }
}

public sealed record PlanReviewLine(Id<SupportPlan> PlanId, int Number, LocalDate HeldOn, string By, PlanFindings Findings);

public sealed record PlanDraftLine(Id<SupportPlan> PlanId, string By, Instant SavedAt);

/// <summary>What is planned for a pupil now: each plan in force, its cycle, its versions.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, SchoolDay day, Reads reads) : PlanPageModel(record, day)
{
    private const int MostVersions = 60;

    public IReadOnlyList<PlanOnPage> Plans { get; private set; } = [];

    /// <summary>An entry or a meeting that shall change a plan, chosen on its own page: "entry:…".</summary>
    [BindProperty(SupportsGet = true, Name = "because")]
    public string? Cause { get; set; }

    public bool BecauseOfSomething => PlanCauses.Read(Cause) is not null;

    public bool MayStart => MayWrite && Plans.Count < Enum.GetValues<PlanKind>().Length;

    /// <summary>Carries what led to the change on to the form.</summary>
    public string Because => PlanCauses.Read(Cause) is { } cause ? $"?because={PlanCauses.ValueOf(cause)}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel))
        {
            return NotFound();
        }

        var plans = await Record.Plans.AsNoTracking().Where(p => p.PupilId == PupilId).OrderBy(p => p.Kind).ToListAsync(cancel);
        if (plans.Count > 0)
        {
            await LoadAsync(plans, cancel);
        }

        reads.Opened(Viewer, PupilId, "plan", Day.Now);
        return Page();
    }

    private async Task LoadAsync(List<SupportPlan> plans, CancellationToken cancel)
    {
        var inForce = await Record.PlanVersions.AsNoTracking()
            .Where(v => v.PupilId == PupilId && Record.Plans.Any(p => p.Id == v.PlanId && p.Current == v.Number))
            .ToDictionaryAsync(v => v.PlanId, v => v.Content, cancel);
        var versions = (await Record.LinesAsync(
            Record.PlanVersions.Where(v => v.PupilId == PupilId).OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Number).Take(MostVersions), cancel)).ToLookup(v => v.PlanId);
        var reviews = (await Record.PlanReviews.AsNoTracking()
            .Where(r => r.PupilId == PupilId).OrderByDescending(r => r.HeldOn).Take(MostVersions)
            .Select(r => new PlanReviewLine(
                r.PlanId, r.Number, r.HeldOn, Record.People.Where(p => p.Id == r.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "", r.Findings))
            .ToListAsync(cancel)).ToLookup(r => r.PlanId);
        var drafts = await Record.PlanDrafts.AsNoTracking()
            .Where(d => d.PupilId == PupilId)
            .Select(d => new PlanDraftLine(
                d.PlanId, Record.People.Where(p => p.Id == d.SavedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "", d.SavedAt))
            .ToDictionaryAsync(d => d.PlanId, cancel);
        var waiting = (await Record.WaitingViewsAsync(PupilId, cancel)).ToLookup(id => id);
        Plans = [.. plans.Select(plan => new PlanOnPage(
            plan, inForce.GetValueOrDefault(plan.Id), [.. versions[plan.Id]], [.. reviews[plan.Id]], drafts.GetValueOrDefault(plan.Id), Steps(inForce.GetValueOrDefault(plan.Id)))
        {
            Waiting = waiting[plan.Id].Count()
        })];
    }

    private IReadOnlyList<StatutoryStep> Steps(PlanContent? content) =>
        content?.Ehcp is { } ehcp ? StatutorySteps.Of(ehcp, Pupil.YearGroup, Day.School.Nation, Day.Today) : [];
}
