using System.Net;
using AngleSharp.Html.Dom;
using Kept.Domain.Plans;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Family.Plan;

/// <summary>/family/{school}/{pupilId}/plan: the plan in plain words, and what each carer thinks of each part.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private string Page => $"/family/hillview/{World.Leo.Id}/plan";

    [Fact]
    public async Task The_plan_is_read_part_by_part_and_says_who_changed_it_and_why()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo, content: World.PlanContent with { FamilyPart = "Reads with him on Sundays" });
        await World.ChangePlanAsync(plan, c => c with { Strengths = "Funny, kind, and a fast runner" }, reason: "He has joined the running club");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var home = await mother.GetAsync($"/family/hillview/{World.Leo.Id}");

        var page = await mother.GetAsync(home.LinkTo("Read the plan and say what you think"));

        Assert.Equal("The plan", page.Heading);
        foreach (var said in (string[])["a fast runner", "His dog, and knowing what comes next", "Mornings are loud", "Sundays are hard", "Social, emotional and mental health",
            "Arrives by 9.15 on three days in five", "Met at the side gate", "Daily, 10 minutes", "Mr Wrona", "Say what comes next", "Reads with him on Sundays"])
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Why it changed He has joined the running club", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{World.Senco.Name} changed it on", page.Text, StringComparison.Ordinal);
        Assert.Equal(["What goes well Changed"], page.Texts($"[id='{plan.Id}'] .promise h3").Where(h => h.EndsWith("Changed", StringComparison.Ordinal)));
        Assert.InRange(page.Html.Length, 1, 60_000);
    }

    [Fact]
    public async Task Without_a_plan_it_says_so_and_a_draft_is_no_plan()
    {
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        Assert.Contains("There is no plan yet", (await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/plan?language=en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_agrees_then_thinks_otherwise_and_both_stay_in_the_record()
    {
        var (plan, version) = await World.AddPlanAsync(World.Leo, PlanKind.Individual);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var part = $"outcome {version.Content.Outcomes[0].Id}";

        var yes = await AgreeAsync(mother, Form(await mother.GetAsync(Page), plan, part));
        Assert.Contains("I agree", Said(yes, plan, part), StringComparison.Ordinal);
        await AgreeAsync(mother, Form(yes, plan, part));
        var again = await mother.PressAsync(Form(await mother.GetAsync(Page), plan, part), "Send to the school");
        Assert.Equal("Please write what you want to say.", again.Errors.Single());
        var tooLong = await mother.PressAsync(Form(again, plan, part), "Send to the school", ("Said", new string('x', 1001)));
        Assert.Equal("Please use 1,000 letters or fewer.", tooLong.Errors.Single());
        Assert.Equal(1001, Form(tooLong, plan, part).QuerySelector("textarea")!.TextContent.Trim().Length);
        var other = await mother.PressAsync(Form(again, plan, part), "Send to the school", ("Said", "Three days is too many"));

        Assert.Contains("Three days is too many", Said(other, plan, part), StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var kept = await db.PlanViews.AsNoTracking().Where(v => v.PlanId == plan.Id).OrderBy(v => v.Turn).ToListAsync(Cancel);
        Assert.Equal([(true, null), (false, "Three days is too many")], kept.Select(v => (v.Agrees, v.Words)));
        Assert.All(kept, v => Assert.Equal((plan.Current, World.LeosMother.Id, part), (v.Number, v.CarerId, v.Part)));
        Assert.NotNull(kept[0].ReplacedAt);
        Assert.Equal("en", kept[1].Language);
        var actors = await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Kind == "plan-view-given").Select(l => l.Actor).ToListAsync(Cancel);
        Assert.Equal(2, actors.Count(actor => actor == World.LeosMother.Id.Value));
    }

    [Fact]
    public async Task Each_parent_has_a_view_of_their_own_and_never_learns_of_the_others()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var (mother, father) = (await Host.AsCarerAsync(World.LeosMother, World.Leo), await Host.AsCarerAsync(World.LeosFather, World.Leo));
        var before = (await father.GetAsync(Page)).Html;

        await mother.PressAsync(Form(await mother.GetAsync(Page), plan, "matters"), "Send to the school", ("Said", "He never sees the dog at his father’s"));

        Assert.Equal(WithoutTokens(before), WithoutTokens((await father.GetAsync(Page)).Html));
        await AgreeAsync(father, Form(await father.GetAsync(Page), plan, "matters"));
        Assert.DoesNotContain("I agree", Said(await mother.GetAsync(Page), plan, "matters"), StringComparison.Ordinal);
        var staff = await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions/{plan.Current}");
        var beside = staff.Texts(".family-says .heard");
        Assert.Contains(beside, h => h.Contains("Ms Laura Bennett", StringComparison.Ordinal) && h.Contains("He never sees the dog", StringComparison.Ordinal));
        Assert.Contains(beside, h => h.Contains(World.LeosFather.Name, StringComparison.Ordinal) && h.Contains("agreed", StringComparison.Ordinal));

        var office = await As(World.Office).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions/{plan.Current}");
        Assert.Contains("His dog", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("father’s", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("agrees", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_of_the_version_that_was_read()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo, PlanKind.Ehcp);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Page);
        await AgreeAsync(mother, Form(page, plan, "strengths"));
        await World.ChangePlanAsync(plan, c => c with { Strengths = null, Matters = "Football" });

        var stale = await mother.PressAsync(Form(page, plan, "matters"), "Send to the school", ("Said", "Football is for Fridays"));
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Contains("changed while you were reading", stale.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("Football is for Fridays", Form(stale, plan, "matters").QuerySelector("textarea")!.TextContent.Trim());

        var gone = await mother.PressAsync(Form(page, plan, "strengths"), "Send to the school", ("Said", "He is brave as well"));
        Assert.Contains("He is brave as well", gone.Text, StringComparison.Ordinal);

        await mother.PressAsync(Form(stale, plan, "matters"), "Send to the school", ("Said", "Football is for Fridays"));
        await using var db = Host.OpenDb();
        Assert.Equal([1, 2], await db.PlanViews.Where(v => v.PlanId == plan.Id).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync(Cancel));
        var staff = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions/2");
        Assert.Contains("Said of what is no longer in the plan", staff.Text, StringComparison.Ordinal);
        Assert.Contains("agreed on 5 May, of version 1", staff.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_another_child_takes_no_view()
    {
        var (plan, version) = await World.AddPlanAsync(World.Noah);
        var (leos, _) = await World.AddPlanAsync(World.Leo);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = Form(await mother.GetAsync(Page), leos, "matters");

        var refused = await AgreeAsync(mother, form, ("PlanId", plan.Id.ToString()), ("Read", $"{version.Number}"));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.GetAsync($"/family/hillview/{World.Noah.Id}/plan")).Status);
        var odd = await AgreeAsync(mother, form, ("Part", "lead"));
        Assert.Equal(HttpStatusCode.BadRequest, odd.Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.PlanViews.AnyAsync(v => v.PlanId == plan.Id || v.Part == "lead", Cancel));
    }

    private static string WithoutTokens(string html) => System.Text.RegularExpressions.Regex.Replace(html, "value=\"CfDJ[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    private static IHtmlFormElement Form(TestPage page, SupportPlan plan, string part) =>
        page.Document.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f =>
            f.QuerySelector("[name=Part]")?.GetAttribute("value") == part && f.QuerySelector("[name=PlanId]")?.GetAttribute("value") == plan.Id.ToString());

    private static Task<TestPage> AgreeAsync(TestClient carer, IHtmlFormElement form, params (string Name, string? Value)[] fields) =>
        carer.PressAsync(form, TestPage.Tidy(form.QuerySelector("button[value=true]")?.TextContent), fields);

    private static string Said(TestPage page, SupportPlan plan, string part)
    {
        var card = Form(page, plan, part).Closest(".promise")!;
        return TestPage.Tidy(card.QuerySelector(".said")?.TextContent);
    }
}
