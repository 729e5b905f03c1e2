using System.Net;
using AngleSharp.Html.Dom;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Agreed;

/// <summary>Rule 14: the carer's own answer to what the school calls done.</summary>
public sealed class AnswerTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Rule_14_not_yet_is_kept_beside_the_schools_word_and_stands_on_Today_until_it_is_begun_again()
    {
        var action = await DoneAsync("Send the reading plan home");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync("/family");
        Assert.Contains("Has this happened?", Promise(page, "Send the reading plan home"), StringComparison.Ordinal);

        var after = await mother.PressAsync(FormOf(page, action.Id.ToString(), "Missing"), "Send to the school", ("Missing", "Nothing came, and he can’t say"));

        Assert.Contains("The school can see your answer", after.Text, StringComparison.Ordinal);
        Assert.Contains("not yet: Nothing came, and he can’t say", Promise(after, "Send the reading plan home"), StringComparison.Ordinal);
        var today = await As(World.Senco).GetAsync("/today?whose=all");
        Assert.Contains("Send the reading plan home", TestPage.Tidy(today.Document.QuerySelectorAll("section").Single(s => s.TextContent.Contains("Not yet, say families", StringComparison.Ordinal)).TextContent), StringComparison.Ordinal);

        var shown = await As(World.Teacher).GetAsync($"/actions/{action.Id}");
        Assert.Contains("Ms Laura Bennett: not yet", shown.Text, StringComparison.Ordinal);
        Assert.Contains("StatusDone", shown.Text, StringComparison.Ordinal);
        await World.ChangeAsync(action, a => a.Reopen("It was in the wrong bag", World.Today.PlusDays(2), World.Today, Clock.Now));
        Assert.DoesNotContain((await As(World.Senco).GetAsync("/today?whose=all")).Texts("li.row"), row => row.Contains("Send the reading plan home", StringComparison.Ordinal) && row.Contains("not yet", StringComparison.Ordinal));
        Assert.Contains("Ms Laura Bennett: not yet", (await As(World.Teacher).GetAsync($"/actions/{action.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_14_an_answer_is_changed_by_another_one_and_both_are_in_the_ledger()
    {
        var action = await DoneAsync("Ring about the bus");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await mother.PressAsync(FormOf(await mother.GetAsync("/family"), action.Id.ToString(), "Missing"), "Send to the school", ("Missing", "No call"));

        var again = await mother.SubmitAsync(FormOf(await mother.GetAsync("/family"), action.Id.ToString()));
        await mother.SubmitAsync(FormOf(await mother.GetAsync("/family"), action.Id.ToString()));

        Assert.Contains("yes, it happened", Promise(again, "Ring about the bus"), StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal([FamilySays.NotYet, FamilySays.Happened], await db.CarerAnswers.Where(a => a.ActionId == action.Id).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Says).ToListAsync(Cancel));
        Assert.Equal(FamilySays.Happened, await db.Actions.Where(a => a.Id == action.Id).Select(a => a.FamilySays).SingleAsync(Cancel));
        Assert.Contains(World.LeosMother.Id.Value, await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Kind == "action-answered").Select(l => l.Actor).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Parents_apart_answer_apart_and_neither_reads_the_others()
    {
        var action = await DoneAsync("Talk with Leo at lunch");
        var (mother, father) = (await Host.AsCarerAsync(World.LeosMother, World.Leo), await Host.AsCarerAsync(World.LeosFather, World.Leo));

        await mother.PressAsync(FormOf(await mother.GetAsync("/family"), action.Id.ToString(), "Missing"), "Send to the school", ("Missing", "He says nobody came"));

        var his = Promise(await father.GetAsync("/family"), "Talk with Leo at lunch");
        Assert.Contains("Has this happened?", his, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody came", his, StringComparison.Ordinal);
        await father.SubmitAsync(FormOf(await father.GetAsync("/family"), action.Id.ToString()));
        var shown = await As(World.Senco).GetAsync($"/actions/{action.Id}");
        Assert.Contains("Ms Laura Bennett: not yet", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Mr Craig Bennett: yes, it happened", shown.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(FamilySays.NotYet, await db.Actions.Where(a => a.Id == action.Id).Select(a => a.FamilySays).SingleAsync(Cancel));
    }

    [Fact]
    public async Task What_is_not_hers_to_see_is_not_hers_to_answer()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        foreach (var hidden in new[] { await DoneAsync("Hidden", Visibility.Staff), await DoneAsync("Another child’s", of: World.Zainab) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync(mother, World.Leo, hidden)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync(mother, World.Zainab, await DoneAsync("Hers", of: World.Zainab))).Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.CarerAnswers.AnyAsync(a => a.CarerId == World.LeosMother.Id && a.PupilId == World.Zainab.Id, Cancel));
    }

    [Fact]
    public async Task What_is_too_long_is_said_beside_the_box_in_her_language_and_stays_typed()
    {
        var action = await DoneAsync("Picture cards at lunch", of: World.Zainab);
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var page = await mother.GetAsync("/family");
        var words = new string('ن', 501);

        var again = await mother.PressAsync(FormOf(page, action.Id.ToString(), "Missing"), Kept.Web.Wordings.Wording.Of("ur")!["wrong.send"], ("Missing", words));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(words, again.Document.QuerySelector($"#missing-{action.Id}")!.TextContent);
        Assert.Contains("500", again.Errors.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("characters", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_write_down_what_a_carer_tells_them_and_never_for_one_whom_a_court_restricts()
    {
        var action = await DoneAsync("Move her seat", of: World.Zainab);
        var teacher = As(World.Senco);
        var page = await teacher.GetAsync($"/actions/{action.Id}");
        Assert.Equal([World.ZainabsMother.Id.ToString()], page.Document.QuerySelectorAll("select[name='Form.CarerId'] option").Select(o => o.GetAttribute("value") ?? "").Where(v => v.Length > 0));

        await teacher.PressAsync(page.FormWith("Write it down"), "Write it down", ("Form.CarerId", World.ZainabsMother.Id.ToString()), ("Form.Says", "Happened"));
        Assert.Contains("Mrs Fatima Ali: yes, it happened, written down by Mrs Amina Khan", (await teacher.GetAsync($"/actions/{action.Id}")).Text, StringComparison.Ordinal);

        var forced = await teacher.PostAsync($"/actions/{action.Id}?handler=hear", ("Form.CarerId", World.ZainabsFather.Id.ToString()), ("Form.Says", "Happened"));
        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        var nothing = await teacher.PostAsync($"/actions/{action.Id}?handler=hear", ("Form.CarerId", World.ZainabsMother.Id.ToString()));
        Assert.Contains("Choose yes or not yet", nothing.Errors);
    }

    [Fact]
    public async Task What_somebody_said_whom_a_court_has_stopped_since_stands_no_more_and_stays_in_the_record()
    {
        var action = await DoneAsync("Tell both parents by Friday");
        var (mother, father) = (await Host.AsCarerAsync(World.LeosMother, World.Leo), await Host.AsCarerAsync(World.LeosFather, World.Leo));
        await mother.SubmitAsync(FormOf(await mother.GetAsync("/family"), action.Id.ToString()));
        await father.PressAsync(FormOf(await father.GetAsync("/family"), action.Id.ToString(), "Missing"), "Send to the school", ("Missing", "Nobody told me"));
        await World.RestrictAsync(World.Leo, World.LeosFather, Domain.People.ContactRestriction.NoInformation);

        await mother.SubmitAsync(FormOf(await mother.GetAsync("/family"), action.Id.ToString()));

        await World.RestrictAsync(World.Leo, World.LeosFather, Domain.People.ContactRestriction.None);
        await using var db = Host.OpenDb();
        Assert.Equal(FamilySays.Happened, await db.Actions.Where(a => a.Id == action.Id).Select(a => a.FamilySays).SingleAsync(Cancel));
        Assert.Contains("Mr Craig Bennett: not yet", (await As(World.Senco).GetAsync($"/actions/{action.Id}")).Text, StringComparison.Ordinal);
    }

    private static string Promise(TestPage page, string what) => page.Texts(".promise").Single(p => p.Contains(what, StringComparison.Ordinal));

    private static IHtmlFormElement FormOf(TestPage page, string action, string? with = null) =>
        page.Document.QuerySelectorAll("form[action$='handler=Answer']").OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector("input[name=ActionId]")!.GetAttribute("value") == action && (f.QuerySelector("textarea") is null) == (with is null));

    private Task<TestPage> AnswerAsync(TestClient who, TestPupil child, AgreedAction action) =>
        who.PostAsync($"/family/hillview/{child.Id}?handler=Answer", ("ActionId", action.Id.ToString()), ("Says", "Happened"));

    private async Task<AgreedAction> DoneAsync(string what, Visibility visibility = Visibility.Family, TestPupil? of = null)
    {
        var action = await World.AddActionAsync(of ?? World.Leo, what, visibility: visibility);
        await World.ChangeAsync(action, a => a.MarkDone(null, null, World.Today, Clock.Now));
        return action;
    }
}
