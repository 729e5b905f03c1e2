using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Plans;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>The draft as it will read, and what it changes; then it is part of the record and the family reads it.</summary>
[Authorize(Policies.PublishPlans)]
public sealed class PublishModel(VisibleRecord record, SchoolDay day) : OnePlanPageModel(record, day)
{
    private PlanDraft? draft;
    private PlanForm form = null!;

    /// <summary>The draft that was read: one that changes meanwhile is not published unread.</summary>
    [BindProperty]
    public int DraftVersion { get; set; }

    /// <summary>Null where the draft is not whole yet.</summary>
    public PlanContent? Written { get; private set; }

    public PlanVersion? InForce { get; private set; }

    public string? Reason => form.Reason;

    /// <summary>What led to it, where that is something that this viewer may see.</summary>
    public PlanCauseSeen? Cause { get; private set; }

    public IReadOnlyList<PlanDifference> Differences => InForce is null ? [] : PlanComparison.Of(InForce.Content, Written!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (!await ReadDraftAsync(cancel))
        {
            return Redirect(PlanLinks.Plans(PupilId));
        }

        DraftVersion = draft!.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (!await ReadDraftAsync(cancel))
        {
            return Redirect(PlanLinks.Plans(PupilId));
        }

        if (draft!.Version != DraftVersion)
        {
            (DraftVersion, var changed) = (draft.Version, new Refusal("The draft has changed since you read it. Read it through again, then publish it"));
            ModelState.Clear();
            return this.PageWith(changed);
        }

        return await PublishAsync(cancel) is { } refused ? this.PageWith(refused) : Published();
    }

    private async Task<Refusal?> PublishAsync(CancellationToken cancel)
    {
        if (Written is null)
        {
            return new Refusal("The draft is not whole yet. Go on with it, then publish it");
        }

        if (!(await new PlanCauses(Record, Plan).FindAsync(form.Cause, cancel)).Allowed(out var cause, out var refused)
            || !Plan.Publish(Written, InForce, cause, form.Reason, Day.School.Nation, Viewer.PersonId, Day.Now).Allowed(out var version, out refused))
        {
            return refused with { Field = null };
        }

        Record.Add(version);
        Record.Forget(draft!);
        return await Record.SaveAsync(new PlanPublished(PupilId, version.Id), cancel);
    }

    private RedirectResult Published()
    {
        TempData.Say($"Version {Plan.Current} is published.");
        return Redirect(PlanLinks.Version(PupilId, PlanId, Plan.Current));
    }

    private async Task<bool> ReadDraftAsync(CancellationToken cancel)
    {
        draft = await new PlanDrafts(Record, Day).FindAsync(PlanId, cancel);
        if (draft is null)
        {
            return false;
        }

        form = PlanDrafts.Read(draft);
        var reading = new PlanReading(Day, await Record.OwnersAsync(PupilId, cancel));
        var content = reading.Read(form, Plan.Kind);
        Written = reading.Unread.Count == 0 && PlanRules.Wrong(content, Plan.Kind, Day.School.Nation).Count == 0 ? content : null;
        InForce = await VersionAsync(Plan.Current, cancel);
        Cause = PlanCauses.Read(form.Cause) is { } named ? (await Record.CausesAsync([named], cancel)).GetValueOrDefault(named.Id) : null;
        return true;
    }
}
