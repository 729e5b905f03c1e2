using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Transfers;

/// <summary>What carers say of a plan goes to the next school with the plan, and is read there by who reads views.</summary>
public sealed class PlanViewsGoAlongTests(Template template) : TwoKepts(template)
{
    [Fact]
    public async Task What_carers_say_of_a_plan_goes_along_with_the_answers_and_what_waits_still_waits()
    {
        var (plan, _) = await There.AddPlanAsync(There.Leo);
        await There.AddPlanViewAsync(There.LeosFather, plan, "strengths", words: null);
        var answered = await There.AddPlanViewAsync(There.LeosMother, plan, "matters", "He misses the old dog");
        await There.AddPlanViewAsync(There.LeosMother, plan, "child", "Not the mornings alone");
        var senco = First.As(There.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{There.Leo.Id}/plan/views/{answered.Id}")).Form(), ("Form.Answer", "We will talk about him"));

        var report = await TakeAsync(await PackAsync(There.Leo));

        await using var db = OpenRiverside();
        var came = await db.PlanViews.AsNoTracking().Where(v => v.PupilId == report.PupilId).OrderBy(v => v.At).ThenBy(v => v.Id).ToListAsync(Cancel);
        Assert.Equal(["He misses the old dog", "Not the mornings alone", null], came.Select(v => v.Words).OrderBy(w => w is null).ThenBy(w => w, StringComparer.Ordinal));
        Assert.Equal("We will talk about him", came.Single(v => v.Answer is not null).Answer);
        var arrived = await db.Plans.SingleAsync(p => p.PupilId == report.PupilId, Cancel);
        Assert.All(came, v => Assert.Equal(arrived.Id, v.PlanId));
        Assert.True((await VerifyAsync()).IsIntact);

        var there = Second.As(Here.RiversideSenco);
        var version = await there.GetAsync($"/pupils/{report.PupilId}/plan/{arrived.Id}/versions/1");
        Assert.Contains(version.Texts(".family-says .heard"), h => h.Contains("Ms Laura Bennett", StringComparison.Ordinal) && h.Contains("He misses the old dog", StringComparison.Ordinal));
        Assert.Contains("Not the mornings alone", (await there.GetAsync("/today?whose=all")).Text, StringComparison.Ordinal);
        Assert.Contains("He misses the old dog", (await there.GetAsync("/search?q=misses")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("He misses the old dog", (await Second.As(Here.RiversidesOwn(StaffRole.Office)).GetAsync("/search?q=misses")).Html, StringComparison.Ordinal);
    }
}
