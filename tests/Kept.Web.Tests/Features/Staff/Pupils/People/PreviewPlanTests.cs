using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

/// <summary>
/// /pupils/{pupilId}/people/{carerId}/preview/plan and /pupils/{pupilId}/people/{carerId}/preview/documents: what a carer reads, word for word, and nothing to press.
/// </summary>
public sealed class PreviewPlanTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Staff_read_the_plan_word_for_word_as_she_does_with_what_she_said_and_nothing_to_press()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        await World.ChangePlanAsync(plan, c => c with { Strengths = "Funny, and a fast runner" }, reason: "He joined the running club");
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "He misses the old dog");
        await World.AddPlanViewAsync(World.LeosMother, plan, "strengths", words: null);
        await AnswerAsync(view, "We will talk about the dog on Fridays");

        var preview = await As(World.Senco).GetAsync(Plan(World.Leo, World.LeosMother));
        var hers = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/plan");

        Assert.Contains("He misses the old dog", preview.Text, StringComparison.Ordinal);
        Assert.Contains("We will talk about the dog on Fridays", preview.Text, StringComparison.Ordinal);
        Assert.Equal(WithoutActs(hers, "main section"), WithoutActs(preview, ".fam.preview section"));
        Assert.Empty(preview.Document.QuerySelectorAll(".fam.preview form, .fam.preview button, .fam.preview input"));
        var agreed = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview");
        Assert.Equal(Plan(World.Leo, World.LeosMother), agreed.LinkTo("The plan as they read it"));
        Assert.Equal(Plan(World.Leo, World.LeosMother), agreed.LinkTo("Read the plan and say what you think"));
    }

    [Fact]
    public async Task From_the_fathers_side_nothing_of_the_mothers_is_there_and_the_office_reads_no_views()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo, PlanKind.Individual);
        await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "Her words alone");
        await World.AddPlanViewAsync(World.LeosFather, plan, "matters", words: null);

        var his = await As(World.Senco).GetAsync(Plan(World.Leo, World.LeosFather));
        Assert.DoesNotContain("Her words alone", his.Html, StringComparison.Ordinal);
        Assert.Contains("I agree", his.Text, StringComparison.Ordinal);

        var office = await As(World.Office).GetAsync(Plan(World.Leo, World.LeosMother));
        Assert.Contains("His dog", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Her words alone", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("You said", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_her_language_the_page_is_as_it_is_for_her()
    {
        await World.AddPlanAsync(World.Zainab);

        var page = await As(World.Senco).GetAsync($"{Plan(World.Zainab, World.ZainabsMother)}?as=them");
        var hers = await (await Host.AsCarerAsync(World.ZainabsMother, World.Zainab)).GetAsync($"/family/hillview/{World.Zainab.Id}/plan");

        Assert.Equal("rtl", page.Document.QuerySelector(".fam.preview")!.GetAttribute("dir"));
        Assert.Equal(WithoutActs(hers, "main section"), WithoutActs(page, ".fam.preview section"));
    }

    [Fact]
    public async Task The_documents_that_he_sees_are_those_that_his_page_lists()
    {
        await World.AddDocumentAsync(World.Leo, "Shared: the letter of May", visibility: Visibility.Family);
        await World.AddDocumentAsync(World.Leo, "Hidden: for staff", visibility: Visibility.Staff);
        await World.AddDocumentAsync(World.Leo, "Hidden: of two children", visibility: Visibility.Family, also: World.Zainab);

        var page = await As(World.Senco).GetAsync(Documents(World.Leo, World.LeosFather));
        var his = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/documents");

        Assert.Contains("Shared: the letter of May", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", page.Html, StringComparison.Ordinal);
        Assert.Equal(his.Texts("main .rows li"), page.Texts(".fam.preview .rows li"));
        Assert.DoesNotContain("/family/", page.Document.QuerySelector(".fam.preview")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_page_is_there_for_a_carer_who_may_be_told_nothing_or_a_child_whom_the_viewer_does_not_see()
    {
        await World.AddPlanAsync(World.Zainab);
        foreach (var of in (Func<TestPupil, TestPerson, string>[])[Plan, Documents])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync(of(World.Zainab, World.ZainabsFather))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync(of(World.Zainab, World.ZainabsMother))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync(of(World.Leo, World.ZainabsMother))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(of(World.Leo, World.LeosMother))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync(of(World.Leo, World.LeosMother))).Status);
        }
    }

    private async Task AnswerAsync(PlanView view, string answer)
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}");
        await senco.SubmitAsync(page.Form(), ("Form.Answer", answer));
    }

    /// <summary>What is read, without what is pressed.</summary>
    private static IReadOnlyList<string> WithoutActs(TestPage page, string part) =>
    [
        .. page.Document.QuerySelectorAll(part).Select(section =>
        {
            var copy = (AngleSharp.Dom.IElement)section.Clone();
            foreach (var act in copy.QuerySelectorAll("form").Select(form => form.Closest("details") ?? form).ToList())
            {
                act.Remove();
            }

            return TestPage.Tidy(copy.TextContent);
        })
    ];

    private static string Plan(TestPupil pupil, TestPerson carer) => $"/pupils/{pupil.Id}/people/{carer.Id}/preview/plan";

    private static string Documents(TestPupil pupil, TestPerson carer) => $"/pupils/{pupil.Id}/people/{carer.Id}/preview/documents";
}
