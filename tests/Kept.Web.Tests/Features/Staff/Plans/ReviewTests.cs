using System.Net;
using Kept.Domain.Plans;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Plans;

/// <summary>A review closes a cycle and opens the next.</summary>
public sealed class ReviewTests(KeptHost host) : PageTest(host)
{
    private static readonly (string, string?)[] Answers =
    [
        ("Form.Outcomes[0].Achieved", "Yes"), ("Form.Outcomes[0].Evidence", "On time 18 days of 20"), ("Form.Provisions[0].Helped", "Partly"),
        ("Form.ChildView", "I like the gate"), ("Form.HeldOn", "today"), ("Form.NextOn", "in six weeks")
    ];

    [Fact]
    public async Task A_review_is_kept_with_what_it_found_and_the_next_version_begins_from_it()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var teacher = As(World.Teacher);

        var page = await teacher.GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/review");
        page = await teacher.PressAsync(page.Form(), "Keep the review", Answers);

        Assert.EndsWith("/edit", page.Url, StringComparison.Ordinal);
        Assert.Equal(("", "I like the gate", "16 June 2026"), (page.Value("Form.Outcomes[0].What"), page.Value("Form.ChildView"), page.Value("Form.ReviewOn")));
        Assert.StartsWith("review:", page.Chosen("Form.Cause"), StringComparison.Ordinal);
        page = await teacher.GetAsync($"/pupils/{World.Leo.Id}/plan");
        Assert.Contains("1 of 1 outcome achieved. 0 of 1 provision helped.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tue 16 Jun", page.Text, StringComparison.Ordinal);
        page = await teacher.GetAsync(page.LinkTo("what the review found"));
        Assert.Contains("Achieved Arrives by 9.15 on three days in five On time 18 days of 20", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_answered_is_asked_for_beside_its_question()
    {
        var (plan, _) = await World.AddPlanAsync(World.Noah);
        var tutor = As(World.FormTutor);
        var page = await tutor.GetAsync($"/pupils/{World.Noah.Id}/plan/{plan.Id}/review");

        page = await tutor.PressAsync(page.Form(), "Keep the review", ("Form.ChildView", "typed words"), ("Form.NextOn", "some day"));

        Assert.Equal((HttpStatusCode.BadRequest, "typed words"), (page.Status, page.Value("Form.ChildView")));
        Assert.All(
            (string[])["Form_Outcomes_0__Achieved", "Form_Outcomes_0__Evidence", "Form_Provisions_0__Helped", "Form_NextOn"],
            id => Assert.NotNull(page.Document.GetElementById($"{id}-error")));
    }

    [Fact]
    public async Task Sent_twice_it_is_kept_once_and_a_second_person_is_told()
    {
        var (plan, _) = await World.AddPlanAsync(World.Zainab);
        var url = $"/pupils/{World.Zainab.Id}/plan/{plan.Id}/review";
        var (senco, lead) = (As(World.Senco), As(World.SendLead));
        var (form, stale) = ((await senco.GetAsync(url)).Form(), (await lead.GetAsync(url)).Form());

        await senco.PressAsync(form, "Keep the review", Answers);
        Assert.Equal(HttpStatusCode.OK, (await senco.PressAsync(form, "Keep the review", Answers)).Status);
        var other = await lead.PressAsync(stale, "Keep the review", [.. Answers, ("Form.FamilyView", "other words")]);

        Assert.Equal((HttpStatusCode.BadRequest, "other words"), (other.Status, other.Value("Form.FamilyView")));
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.PlanReviews.CountAsync(r => r.PlanId == plan.Id, Cancel));
    }
}
