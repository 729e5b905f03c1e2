using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>
/// The draft of a plan's next version: one for everybody who may write it, so that a teacher begins and the SENCO goes on. Nobody
/// overwrites what another saved meanwhile.
/// </summary>
internal sealed class PlanDrafts(VisibleRecord record, SchoolDay day)
{
    public Task<PlanDraft?> FindAsync(Id<SupportPlan> plan, CancellationToken cancel) =>
        record.PlanDrafts.FirstOrDefaultAsync(d => d.PlanId == plan, cancel);

    /// <summary>The form as it was saved, with the version that goes back with it.</summary>
    public static PlanForm Read(PlanDraft draft)
    {
        var form = JsonSerializer.Deserialize<PlanForm>(draft.Content)!;
        form.Version = draft.Version;
        return form;
    }

    /// <summary>Null when it is saved.</summary>
    public async Task<Refusal?> SaveAsync(SupportPlan plan, PlanForm form, CancellationToken cancel)
    {
        var draft = await FindAsync(plan.Id, cancel);
        if (await MeanwhileAsync(plan, form, draft, cancel) is { } meanwhile)
        {
            return meanwhile;
        }

        await KeepUnseenCauseAsync(plan, form, draft, cancel);
        var content = JsonSerializer.Serialize(form);
        if (content.Length > PlanDraft.ContentMaxLength)
        {
            return new Refusal("This is too long to hold. A plan that is used fits on a few pages: shorten it");
        }

        if (draft is null)
        {
            draft = Begin(plan, content);
            record.Add(draft);
        }
        else
        {
            (draft.Content, draft.SavedById, draft.SavedAt) = (content, record.Viewer.PersonId, day.Now);
            draft.Version++;
        }

        return await record.SaveOwnThingsAsync(cancel) ? null : new Refusal("Somebody else has just saved this draft. Your words are below: open it again to see theirs");
    }

    /// <summary>Opens the next version's draft where none is begun; an open one is left as it is.</summary>
    public async Task OpenAsync(SupportPlan plan, PlanForm form, CancellationToken cancel)
    {
        if (await FindAsync(plan.Id, cancel) is null)
        {
            form.BasedOn = plan.Current;
            record.Add(Begin(plan, JsonSerializer.Serialize(form)));
        }
    }

    private PlanDraft Begin(SupportPlan plan, string content) => new()
    {
        Id = Id<PlanDraft>.New(),
        SchoolId = plan.SchoolId,
        PupilId = plan.PupilId,
        PlanId = plan.Id,
        Content = content,
        SavedById = record.Viewer.PersonId,
        SavedAt = day.Now
    };

    private async Task<Refusal?> MeanwhileAsync(SupportPlan plan, PlanForm form, PlanDraft? draft, CancellationToken cancel)
    {
        if (form.BasedOn != plan.Current || (draft is null && form.Version > 0))
        {
            return new Refusal("This draft was published or thrown away while you had it open. Your words are below: open the plan again to go on");
        }

        if (draft is null || draft.Version == form.Version)
        {
            return null;
        }

        if (draft.SavedById == record.Viewer.PersonId)
        {
            return Read(draft).Opening == form.Opening ? null
                : new Refusal("You have changed this draft in another tab or on another device since. Your words are below: open it again to see what you wrote there");
        }

        var who = await record.People.Where(p => p.Id == draft.SavedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefaultAsync(cancel);
        return new Refusal($"{who ?? "Somebody else"} has changed this draft while you had it open. Your words are below: open it again to see theirs");
    }

    /// <summary>What led to the change may be something that this writer may not see: then their form did not offer it, and it stays.</summary>
    private async Task KeepUnseenCauseAsync(SupportPlan plan, PlanForm form, PlanDraft? draft, CancellationToken cancel)
    {
        if (form.Cause is null && draft is not null && Read(draft).Cause is { } named && !await new PlanCauses(record, plan).SeesAsync(named, cancel))
        {
            form.Cause = named;
        }
    }
}
