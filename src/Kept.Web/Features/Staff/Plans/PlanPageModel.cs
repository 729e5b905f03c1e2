using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>Whose plan it is.</summary>
public sealed record PlanPupil(string GivenName, string FamilyName, string YearGroup, string? ClassName, SenProvision Provision, IReadOnlyList<string> Needs)
{
    public string Name => $"{GivenName} {FamilyName}";
}

/// <summary>A page about a pupil's plans.</summary>
public abstract class PlanPageModel(VisibleRecord record, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    public PlanPupil Pupil { get; private set; } = null!;

    public SchoolDay Day => day;

    public bool MayWrite => Viewer.Sight.MayLog;

    public bool MayPublish => Viewer.Sight.MayPublishPlans;

    protected VisibleRecord Record => record;

    protected StaffViewer Viewer => (StaffViewer)record.Viewer;

    protected async Task<bool> FindPupilAsync(CancellationToken cancel)
    {
        var found = await record.Pupils.AsNoTracking()
            .Where(p => p.Id == PupilId)
            .Select(p => new PlanPupil(p.PreferredName ?? p.GivenName, p.FamilyName, p.YearGroup, p.ClassName, p.Provision, p.Needs))
            .FirstOrDefaultAsync(cancel);
        Pupil = found!;
        return found is not null;
    }
}

/// <summary>A page about one plan.</summary>
public abstract class OnePlanPageModel(VisibleRecord record, SchoolDay day) : PlanPageModel(record, day)
{
    [BindProperty(SupportsGet = true)]
    public Id<SupportPlan> PlanId { get; set; }

    public SupportPlan Plan { get; private set; } = null!;

    /// <summary>"SEN support plan".</summary>
    public string KindInWords => Plan.Kind.InWords();

    protected async Task<bool> FindPlanAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel))
        {
            return false;
        }

        var found = await Record.Plans.FirstOrDefaultAsync(p => p.Id == PlanId && p.PupilId == PupilId, cancel);
        Plan = found!;
        return found is not null;
    }

    protected Task<PlanVersion?> VersionAsync(int number, CancellationToken cancel) =>
        Record.PlanVersions.AsNoTracking().FirstOrDefaultAsync(v => v.PlanId == PlanId && v.Number == number, cancel);
}
