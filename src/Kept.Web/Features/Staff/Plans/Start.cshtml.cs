using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>Chooses which kind of plan is started; a pupil has one of each kind.</summary>
[Authorize(Policies.Log)]
public sealed class StartModel(VisibleRecord record, SchoolDay day) : PlanPageModel(record, day)
{
    private static readonly Dictionary<PlanKind, string> Hints = new()
    {
        [PlanKind.SenSupport] = "For SEN support in school: outcomes, what is given, and a review each term",
        [PlanKind.Individual] = "The plan that the 2026 reform proposes, by layer of support. Not law yet",
        [PlanKind.Ehcp] = "The sections of the EHC plan in short, how the school delivers it, and the dates of its annual review"
    };

    [BindProperty]
    public StartForm Form { get; set; } = new();

    /// <summary>Those that this pupil has not.</summary>
    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Form.Kind = Pupil.Provision is SenProvision.Plan ? PlanKind.Ehcp : PlanKind.SenSupport;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Form.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return this.PageWith(new Refusal("Choose the kind of plan", nameof(Form.Kind)));
        }

        if (await StartedAsync(kind, cancel) is { } already)
        {
            return Redirect(PlanLinks.Edit(PupilId, already));
        }

        var plan = SupportPlan.Start(Viewer.SchoolId, PupilId, kind, Viewer.PersonId, Day.Now);
        Record.Add(plan);
        return await Record.SaveAsync(new PlanStarted(PupilId, plan.Id), cancel) is null ? Redirect(PlanLinks.Edit(PupilId, plan.Id))
            : await StartedAsync(kind, cancel) is { } meanwhile ? Redirect(PlanLinks.Edit(PupilId, meanwhile))
            : Redirect(PlanLinks.Plans(PupilId));
    }

    private Task<Id<SupportPlan>?> StartedAsync(PlanKind kind, CancellationToken cancel) =>
        Record.Plans.Where(p => p.PupilId == PupilId && p.Kind == kind).Select(p => (Id<SupportPlan>?)p.Id).FirstOrDefaultAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel))
        {
            return false;
        }

        var started = await Record.Plans.Where(p => p.PupilId == PupilId).Select(p => p.Kind).ToListAsync(cancel);
        Kinds = [.. Enum.GetValues<PlanKind>().Except(started).Select(kind => new Choice(kind.ToString(), kind.InWords(), Hints[kind]))];
        return true;
    }
}

public sealed class StartForm
{
    [Display(Name = "Which kind of plan?")]
    public PlanKind? Kind { get; set; }
}
