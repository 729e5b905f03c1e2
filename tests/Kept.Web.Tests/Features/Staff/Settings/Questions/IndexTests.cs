using System.Net;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Settings.Questions;

/// <summary>The school’s questions before a meeting: their order, which are hidden, and the way back.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private const string At = "/settings/questions";

    [Fact]
    public async Task They_are_put_in_order_hidden_shown_and_undone_and_the_ledger_says_who()
    {
        var head = As(World.Head);
        var before = (await ToldAsync()).Count;
        var page = await head.GetAsync(At);
        Assert.Equal(["What is going well?", "What worries you?", "What would you like?", "What does your child say?"], page.Texts("ol.rows b"));
        Assert.DoesNotContain("Go back to Kept’s own four", page.Text, StringComparison.Ordinal);

        page = await head.SubmitAsync(Act(page, "Up", "worries"));
        Assert.Equal("What worries you?", page.Texts("ol.rows b")[0]);
        page = await head.SubmitAsync(Act(page, "Hide", "want"));
        Assert.Contains("Hidden: families are not asked it", page.Texts("ol.rows .row")[2], StringComparison.Ordinal);
        Assert.Equal(["What worries you?", "What is going well?", "What does your child say?"], page.Texts("#seen label"));
        page = await head.PressAsync(page.FormWith("Undo"), "Undo");
        Assert.Equal(4, page.Texts("#seen label").Count);
        Assert.Equal("What worries you?", page.Texts("#seen label")[0]);
        page = await head.SubmitAsync(Act(page, "Hide", "want"));
        page = await head.SubmitAsync(Act(page, "Show", "want"));
        page = await head.SubmitAsync(Act(page, "Down", "worries"));
        Assert.Equal("What is going well?", page.Texts("ol.rows b")[0]);

        var told = (await ToldAsync()).Skip(before).ToList();
        Assert.Equal(["questions-ordered", "question-hidden", "questions-put-back", "question-hidden", "question-shown", "questions-ordered"], told.Select(t => t.Kind));
        Assert.All(told, t => Assert.Equal(World.Head.Id.Value, t.Actor));
    }

    [Fact]
    public async Task What_is_changed_goes_back_to_Kepts_own_and_comes_back_from_there()
    {
        var senco = As(World.Senco);
        await senco.PressAsync((await senco.GetAsync($"{At}/write?of=child")).Form(), "Save the new words", ("Form.Words", "What would your child tell us?"));
        var page = await senco.GetAsync(At);
        Assert.Contains("In your words. For the child: with pictures as well", page.Text, StringComparison.Ordinal);
        await senco.PressAsync((await senco.GetAsync($"{At}/write")).Form(), "Add it", ("Form.Words", "What helps at home?"));
        Assert.Contains("5 asked", (await senco.GetAsync("/settings")).Text, StringComparison.Ordinal);

        page = await senco.PressAsync((await senco.GetAsync(At)).FormWith("Go back to Kept’s own four"), "Go back to Kept’s own four");

        Assert.Equal(AskedQuestion.OfKept.Select(q => q.Words), page.Texts("ol.rows b"));
        page = await senco.PressAsync(page.FormWith("Undo"), "Undo");
        Assert.Equal(["What is going well?", "What worries you?", "What would you like?", "What helps at home?", "What would your child tell us?"], page.Texts("ol.rows b"));
        await senco.PressAsync(page.FormWith("Go back to Kept’s own four"), "Go back to Kept’s own four");
    }

    [Fact]
    public async Task The_last_question_is_not_hidden_and_what_is_gone_is_said()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync(At);
        foreach (var key in new[] { "well", "want", "child" })
        {
            page = await senco.SubmitAsync(Act(page, "Hide", key));
        }

        var refused = await senco.SubmitAsync(Act(page, "Hide", "worries"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("the only question that families are asked", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["What worries you?"], refused.Texts("#seen label"));
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{At}?handler=Hide", ("key", "nothing"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{At}?handler=PutBack", ("before", "nothing"))).Status);
        await senco.PressAsync(refused.FormWith("Go back to Kept’s own four"), "Go back to Kept’s own four");
    }

    [Fact]
    public async Task A_teacher_changes_none_and_another_school_has_its_own()
    {
        var teacher = As(World.Teacher);
        foreach (var act in new[] { "Hide", "Show", "Up", "Down", "Kepts", "PutBack" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync($"{At}?handler={act}", ("key", "well"), ("before", "well"))).Status);
        }

        await As(World.RiversidesOwn(StaffRole.HeadTeacher)).PostAsync($"{At}/write", ("Form.Words", "What do you hope for at Riverside?"));

        Assert.DoesNotContain("Riverside?", (await As(World.Head).GetAsync(At)).Text, StringComparison.Ordinal);
        Assert.Contains("Riverside?", (await As(World.RiversidesOwn(StaffRole.HeadTeacher)).GetAsync(At)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_them_at_once_do_not_undo_each_other()
    {
        var (first, second) = (new SchoolDoor(Host), new SchoolDoor(Host));
        var (mine, theirs) = (await first.OpenAsync(), await second.OpenAsync());

        Assert.Null(await mine.SaveAsync(mine.Set.Add("Mine?").OrThrow(), Cancel));
        Assert.NotNull(await theirs.SaveAsync(theirs.Set.Add("Theirs?").OrThrow(), Cancel));

        var page = await As(World.Head).GetAsync(At);
        Assert.Contains("Mine?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs?", page.Text, StringComparison.Ordinal);
        await As(World.Head).PressAsync(page.FormWith("Go back to Kept’s own four"), "Go back to Kept’s own four");
    }

    private async Task<IReadOnlyList<(string Kind, Guid Actor)>> ToldAsync()
    {
        await using var db = Host.OpenDb();
        return [.. (await db.LedgerLinks.Where(l => l.Chain == World.Hillview.Id.Value && l.Kind.StartsWith("question")).OrderBy(l => l.Number).Select(l => new { l.Kind, l.Actor }).ToListAsync(Cancel)).Select(l => (l.Kind, l.Actor))];
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Act(TestPage page, string handler, string key) =>
        page.Document.QuerySelectorAll($"form[action*='handler={handler}']").OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
            .Single(f => f.QuerySelector("input[name=key]")!.GetAttribute("value") == key);

    /// <summary>The school’s door as one of two who have it open at once.</summary>
    private sealed class SchoolDoor(KeptHost host)
    {
        public Task<Store.Families.QuestionBook> OpenAsync() => Store.Families.QuestionBook.OpenAsync(
            new Store.Schools.SchoolRegister(host.OpenDb(), host.World.Senco.AsViewer, host.Clock), host.Clock.Now, Cancel);
    }
}
