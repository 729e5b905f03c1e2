using System.Net;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Plans;

/// <summary>/pupils/{pupilId}/plan/views/{viewId}: what a carer says of a part, until somebody answers.</summary>
public sealed class ViewTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task It_waits_on_the_day_until_an_answer_is_written_which_only_its_carer_reads()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "strategies", "He needs to see it as well as hear it");
        Assert.Matches("views? on (a plan|plans) to answer", (await As(World.Senco).GetAsync("/today?whose=all")).Text);
        var mine = await As(World.Teacher).GetAsync("/today?whose=mine");
        Assert.Contains("He needs to see it", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("He needs to see it", (await As(World.Office).GetAsync("/today?whose=all")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("He needs to see it", (await As(World.FormTutor).GetAsync("/today?whose=all")).Html, StringComparison.Ordinal);

        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}");
        Assert.Contains("Say what comes next", page.Text, StringComparison.Ordinal);
        Assert.Contains("He needs to see it", (await As(World.Teacher).GetAsync("/today?whose=mine")).Text, StringComparison.Ordinal);
        var empty = await teacher.SubmitAsync(page.Form());
        Assert.Contains("Write a short answer", empty.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains(" to answer", (await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions/{plan.Current}")).Text, StringComparison.Ordinal);
        Assert.Contains("of the family to answer", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/plan")).Text, StringComparison.Ordinal);
        await teacher.SubmitAsync(page.Form(), ("Form.Answer", "Yes: a picture list from Monday"));

        Assert.DoesNotContain("He needs to see it", (await As(World.Teacher).GetAsync("/today?whose=mine")).Text, StringComparison.Ordinal);
        var mother = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/plan");
        Assert.Contains("Yes: a picture list from Monday", mother.Text, StringComparison.Ordinal);
        var father = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/plan");
        Assert.DoesNotContain("picture list", father.Html, StringComparison.Ordinal);
        var twice = await teacher.SubmitAsync(page.Form(), ("Form.Answer", "Another answer"));
        Assert.Contains("answered this already", twice.Errors.Single(), StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Contains(World.Teacher.Id.Value, await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Kind == "plan-view-answered").Select(l => l.Actor).ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_review_of_the_plan_shows_what_the_family_said()
    {
        var (plan, version) = await World.AddPlanAsync(World.Leo, PlanKind.Individual);
        await World.AddPlanViewAsync(World.LeosMother, plan, $"provision {version.Content.Provisions[0].Id}", "The gate is locked on Tuesdays");
        await World.AddPlanViewAsync(World.LeosFather, plan, "family", "Sundays are better now");

        var review = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/review");

        Assert.Contains("The gate is locked on Tuesdays", review.Text, StringComparison.Ordinal);
        Assert.Contains("Sundays are better now", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_be_told_is_not_answered_and_waits_for_nobody()
    {
        var (plan, _) = await World.AddPlanAsync(World.Zainab);
        var view = await World.AddPlanViewAsync(World.ZainabsMother, plan, "matters", "Her grandmother matters most");
        await World.RestrictAsync(World.Zainab, World.ZainabsMother, ContactRestriction.NoInformation);
        try
        {
            Assert.DoesNotContain("Her grandmother matters most", (await As(World.Senco).GetAsync("/today?whose=all")).Text, StringComparison.Ordinal);
            var page = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/plan/views/{view.Id}");
            Assert.Contains("court order", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("main textarea"));
            var refused = await As(World.Senco).PostAsync($"/pupils/{World.Zainab.Id}/plan/views/{view.Id}", ("Form.Answer", "We heard"));
            Assert.Contains("may not be told", refused.Errors.Single(), StringComparison.Ordinal);
        }
        finally
        {
            await World.RestrictAsync(World.Zainab, World.ZainabsMother, ContactRestriction.None);
        }
    }

    [Fact]
    public async Task Another_school_and_who_does_not_work_with_the_child_find_nothing()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo, PlanKind.Ehcp);
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "Quiet");
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/plan/views/{view.Id}")).Status);
    }
}
