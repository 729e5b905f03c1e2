using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Families;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>Plans as they were published before a test begins.</summary>
public sealed partial class SmallWorld
{
    /// <summary>What a first version says, from a week ago; a test changes what it is about.</summary>
    public PlanContent PlanContent => new()
    {
        Strengths = "Funny, and kind to younger children",
        Matters = "His dog, and knowing what comes next",
        ChildView = "Mornings are loud",
        FamilyView = "Sundays are hard",
        Needs = ["SEMH"],
        Outcomes = [new PlanOutcome(Id<PlanOutcome>.New(), OutcomeTerm.ShortTerm, "Arrives by 9.15 on three days in five")],
        Provisions = [new PlanProvision(Id<PlanProvision>.New(), "Met at the side gate", "Mr Wrona", "Daily", "10 minutes")],
        Strategies = ["Say what comes next"],
        Lead = new PlanLead(Teacher.Id, "Mr Tom Ellis"),
        From = Today.PlusDays(-7),
        ReviewOn = Today.PlusDays(35)
    };

    /// <summary>A plan with one version. The pupil has one of each kind, so each test that needs its own uses a pupil of its own or another kind.</summary>
    public async Task<(SupportPlan Plan, PlanVersion First)> AddPlanAsync(TestPupil pupil, PlanKind kind = PlanKind.SenSupport, PlanContent? content = null)
    {
        var writer = RightWriter(pupil, Visibility.Family);
        await using var db = Host.OpenDb(pupil.SchoolId);
        var record = new VisibleRecord(db, writer.AsViewer, Host.Clock);
        if (await record.Plans.FirstOrDefaultAsync(p => p.PupilId == pupil.Id && p.Kind == kind) is not { } plan)
        {
            plan = SupportPlan.Start(pupil.SchoolId, pupil.Id, kind, writer.Id, Now);
            record.Add(plan);
            Assert.Null(await record.SaveAsync(new PlanStarted(pupil.Id, plan.Id)));
        }

        var shall = (content ?? PlanContent) with { Layer = kind is PlanKind.Individual ? content?.Layer ?? PlanLayer.Targeted : null };
        return (plan, await PublishAsync(record, plan, shall, null, plan.Current == 0 ? null : "To begin the test"));
    }

    /// <summary>One more version of a plan.</summary>
    public async Task<PlanVersion> ChangePlanAsync(SupportPlan plan, Func<PlanContent, PlanContent> change, PlanCause? cause = null, string reason = "It was time")
    {
        await using var db = Host.OpenDb(plan.SchoolId);
        var record = new VisibleRecord(db, (plan.SchoolId == Hillview.Id ? Senco : RiversideSenco).AsViewer, Host.Clock);
        var stored = await record.Plans.SingleAsync(p => p.Id == plan.Id);
        var was = await record.PlanVersions.SingleAsync(v => v.PlanId == plan.Id && v.Number == stored.Current);
        return await PublishAsync(record, stored, change(was.Content), cause, reason);
    }

    /// <summary>What a carer says of a part of a plan, in their words; null for "I agree".</summary>
    public async Task<PlanView> AddPlanViewAsync(TestPerson carer, SupportPlan plan, string part, string? words, string language = "en")
    {
        await using var db = Host.OpenDb(plan.SchoolId);
        var shared = new SharedWith(new VisibleRecord(db, new CarerViewer(plan.SchoolId, carer.Id, carer.Name), Host.Clock), carer.Id, plan.PupilId);
        var current = await db.Plans.Where(p => p.Id == plan.Id).Select(p => p.Current).SingleAsync();
        var said = await shared.SayAsync(new PlanSaid(plan.Id, current, part, Agrees: words is null, words, language), Now, CancellationToken.None);
        Assert.NotNull(said);
        return said.Value.OrThrow();
    }

    private async Task<PlanVersion> PublishAsync(VisibleRecord record, SupportPlan plan, PlanContent content, PlanCause? cause, string? reason)
    {
        var was = await record.PlanVersions.FirstOrDefaultAsync(v => v.PlanId == plan.Id && v.Number == plan.Current);
        var version = plan.Publish(content, was, cause, reason, Nation.England, record.Viewer.PersonId, Now).OrThrow();
        record.Add(version);
        Assert.Null(await record.SaveAsync(new PlanPublished(plan.PupilId, version.Id)));
        return version;
    }
}
