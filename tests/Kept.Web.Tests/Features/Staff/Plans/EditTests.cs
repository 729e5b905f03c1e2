using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Plans;

/// <summary>A plan is written by the teacher, checked, and published by the SENCO; nothing that is typed is lost on the way.</summary>
public sealed class EditTests(KeptHost host) : PageTest(host)
{
    private static readonly (string, string?)[] Whole =
    [
        ("Form.Strengths", "Kind to younger children"), ("Form.ChildView", "Mornings are loud"), ("Form.FamilyView", "Sundays are hard"),
        ("Form.Outcomes[0].What", "Arrives calm and by 8.50 on four days in five"), ("Form.Provisions[0].What", "Met at the side gate"),
        ("Form.Provisions[0].Who", "Mr Wrona"), ("Form.Provisions[0].HowOften", "Daily"), ("Form.From", "1 May"), ("Form.ReviewOn", "19 June")
    ];

    [Fact]
    public async Task A_teacher_starts_a_plan_and_saves_it_half_done_and_the_SENCO_publishes_it()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync($"/pupils/{World.Leo.Id}/plan");
        Assert.Contains("No plan yet", page.Text, StringComparison.Ordinal);

        page = await teacher.SubmitAsync((await teacher.GetAsync($"/pupils/{World.Leo.Id}/plan/start")).Form(), ("Form.Kind", "SenSupport"));
        page = await teacher.PressAsync(PlanForm(page), "Save the draft", ("Form.Strengths", "Kind to younger children"), ("Form.ReviewOn", "in six weeks"));
        Assert.Contains("The draft is saved", page.Text, StringComparison.Ordinal);
        page = await teacher.GetAsync(page.LinkTo("Go on with the draft"));
        Assert.Equal(("Kind to younger children", "16 June 2026"), (page.Value("Form.Strengths"), page.Value("Form.ReviewOn")));
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync(page.Url.Replace("/edit", "/publish", StringComparison.Ordinal))).Status);

        page = await teacher.PressAsync(PlanForm(page), "Check that it is whole", [.. Whole, ("Form.Lead", World.Teacher.Id.ToString())]);
        Assert.Contains("Ask the SENCO", page.Text, StringComparison.Ordinal);

        var senco = As(World.Senco);
        page = await senco.GetAsync($"/pupils/{World.Leo.Id}/plan");
        Assert.Contains("last changed by Mr Tom Ellis", page.Text, StringComparison.Ordinal);
        page = await senco.GetAsync(page.LinkTo("Read the draft and publish"));
        page = await senco.PressAsync(page.FormWith("Publish version 1"), "Publish version 1");

        Assert.EndsWith("/versions/1", page.Url, StringComparison.Ordinal);
        Assert.All(
            (string[])["Arrives calm and by 8.50", "Met at the side gate", "Mr Tom Ellis", "1 May 2026", "19 June 2026", "Published 5 May by Mrs Amina Khan"],
            words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.Equal("Change it", (await senco.GetAsync($"/pupils/{World.Leo.Id}/plan")).Texts("a").First(t => t.StartsWith("Change it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_everything_typed_stays()
    {
        var (senco, page) = await OpenAsync(PlanKind.Individual);

        page = await senco.PressAsync(PlanForm(page), "Check it and publish", ("Form.Matters", "His dog"), ("Form.ReviewOn", "soonish"), ("Form.Reason", "It was time"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(("His dog", "soonish"), (page.Value("Form.Matters"), page.Value("Form.ReviewOn")));
        Assert.NotNull(page.Document.GetElementById("Form_ReviewOn-error"));
        page = await senco.PressAsync(PlanForm(page), "Save the draft");
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_line_that_is_emptied_goes_and_another_is_added_without_script()
    {
        var (senco, page) = await OpenAsync(PlanKind.SenSupport);

        page = await senco.PressAsync(PlanForm(page), "Add another outcome");
        Assert.Equal(2, page.Document.QuerySelectorAll("[name$='.What'][name^='Form.Outcomes']").Length);
        page = await senco.PressAsync(PlanForm(page), "Add another outcome", ("Form.Outcomes[0].What", ""), ("Form.Outcomes[1].What", "Improve confidence"));

        Assert.Equal(("Improve confidence", ""), (page.Value("Form.Outcomes[0].What"), page.Value("Form.Outcomes[1].What")));
        Assert.Contains("How would anybody see", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_overwrites_what_another_saved_meanwhile()
    {
        var (senco, stale) = await OpenAsync(PlanKind.SenSupport);
        var lead = As(World.SendLead);
        await lead.PressAsync(PlanForm(await lead.GetAsync(stale.Url)), "Save the draft", ("Form.Matters", "her words"));
        stale = await senco.PressAsync(PlanForm(stale), "Save the draft", ("Form.Matters", "other words"));

        Assert.Equal((HttpStatusCode.BadRequest, "other words"), (stale.Status, stale.Value("Form.Matters")));
        Assert.Contains("Ms Ines Duarte has changed this draft", stale.Text, StringComparison.Ordinal);
        Assert.Equal("her words", (await lead.GetAsync(stale.Url)).Value("Form.Matters"));
    }

    [Fact]
    public async Task A_second_tab_of_one_s_own_does_not_overwrite_either_and_the_same_tab_goes_on()
    {
        var (senco, first) = await OpenAsync(PlanKind.SenSupport);
        var draft = $"{first.Url}?handler=draft";
        await senco.PostAsync(draft, Typed(first, "typed in the first"));
        await senco.PostAsync(draft, Typed(first, "typed on in the first"));
        var second = await senco.GetAsync(first.Url);
        Assert.Equal("typed on in the first", second.Value("Form.Matters"));
        await senco.PostAsync(draft, Typed(second, "typed in the second"));

        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync(draft, Typed(first, "typed too late"))).Status);
        var stale = await senco.PressAsync(PlanForm(first), "Save the draft", ("Form.Matters", "typed too late"));

        Assert.Equal((HttpStatusCode.BadRequest, "typed too late"), (stale.Status, stale.Value("Form.Matters")));
        Assert.Contains("You have changed this draft in another tab", stale.Text, StringComparison.Ordinal);
        Assert.Equal("typed in the second", (await senco.GetAsync(first.Url)).Value("Form.Matters"));

        static (string, string?)[] Typed(TestPage page, string words) =>
            [("Form.BasedOn", page.Value("Form.BasedOn")), ("Form.Version", page.Value("Form.Version")), ("Form.Opening", page.Value("Form.Opening")), ("Form.Matters", words)];
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_changes_nothing()
    {
        var (senco, page) = await OpenAsync(PlanKind.SenSupport);
        await senco.PressAsync(PlanForm(page), "Save the draft", ("Form.Matters", "never mind"));

        await senco.PressAsync((await senco.GetAsync(page.Url)).FormWith("Throw it away"), "Throw it away");

        Assert.Equal("His dog, and knowing what comes next", (await senco.GetAsync(page.Url)).Value("Form.Matters"));
    }

    [Fact]
    public async Task A_draft_never_shows_a_teacher_what_led_to_it_when_they_may_not_see_that()
    {
        var hidden = await World.AddEntryAsync(World.Zainab, "for the SEND team alone", Visibility.SendTeam);
        var (senco, page) = await OpenAsync(PlanKind.SenSupport);
        await senco.PressAsync(PlanForm(page), "Save the draft", ("Form.Reason", "After advice"), ("Form.Cause", $"entry:{hidden.Id}"));

        var teacher = As(World.Teacher);
        var theirs = await teacher.GetAsync(page.Url);
        Assert.DoesNotContain(hidden.Id.ToString(), theirs.Html, StringComparison.Ordinal);
        await teacher.PressAsync(PlanForm(theirs), "Save the draft", ("Form.Matters", "His two dogs"));

        Assert.Equal($"entry:{hidden.Id}", (await senco.GetAsync(page.Url)).Chosen("Form.Cause"));
    }

    [Fact]
    public async Task As_one_types_the_draft_is_saved_and_an_untouched_form_makes_none()
    {
        var plan = (await World.AddPlanAsync(World.Zainab, PlanKind.Ehcp)).Plan;
        var (senco, url) = (As(World.Senco), $"/pupils/{World.Zainab.Id}/plan/{plan.Id}/edit?handler=draft");

        await senco.PostAsync(url, ("Form.BasedOn", "1"));
        await using var db = Host.OpenDb();
        Assert.False(await db.PlanDrafts.AnyAsync(d => d.PlanId == plan.Id, Cancel));

        await senco.PostAsync(url, ("Form.BasedOn", "1"), ("Form.Matters", "Her sister"));
        await senco.PostAsync(url, ("Form.BasedOn", "1"), ("Form.Matters", "Her sister, and drawing"));
        Assert.Contains("and drawing", (await db.PlanDrafts.SingleAsync(d => d.PlanId == plan.Id, Cancel)).Content, StringComparison.Ordinal);
    }

    private async Task<(TestClient Senco, TestPage Page)> OpenAsync(PlanKind kind)
    {
        var (plan, _) = await World.AddPlanAsync(World.Zainab, kind);
        await using var db = Host.OpenDb();
        await db.PlanDrafts.Where(d => d.PlanId == plan.Id).ExecuteDeleteAsync(Cancel);
        if (!await db.KeyAdults.AnyAsync(k => k.PupilId == World.Zainab.Id && k.PersonId == World.Teacher.Id, Cancel))
        {
            await World.AddKeyAdultAsync(World.Zainab, World.Teacher);
        }

        var senco = As(World.Senco);
        return (senco, await senco.GetAsync($"/pupils/{World.Zainab.Id}/plan/{plan.Id}/edit"));
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement PlanForm(TestPage page) => page.FormWith("Save the draft");
}
