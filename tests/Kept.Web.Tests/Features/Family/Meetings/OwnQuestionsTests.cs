using System.Net;
using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.Meetings;
using Kept.Store.Families;
using Kept.Store.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Meetings;

/// <summary>What a carer is asked before a meeting in the school’s own words; and what stays when the school asks something else.</summary>
public sealed class OwnQuestionsTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_carer_answers_the_schools_own_question_and_staff_read_it_beside_the_answer()
    {
        await AskAsync(set => set.Add("What helps at home?"));
        await AskAsync(set => set.Hide("want"));
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        var own = page.Document.QuerySelectorAll("textarea[name^='Form.Own']").Single().GetAttribute("name")!;
        Assert.Null(page.Document.QuerySelector("textarea[name='Form.Want']"));

        var sent = await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", (own, "A calm start"), ("Form.Well", "Maths"));

        Assert.Equal(["What helps at home? A calm start", "What is going well? Maths"], sent.Texts("section > p.said").Select(Close).Order(StringComparer.Ordinal));
        var heard = (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard");
        Assert.Contains(heard, h => h.Contains("What helps at home?", StringComparison.Ordinal) && h.Contains("A calm start", StringComparison.Ordinal) && h.Contains("Ms Laura Bennett", StringComparison.Ordinal));
        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", (own, "A calm start"), ("Form.Well", "Maths"));
        Assert.Equal(2, (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard").Count);
        await BackAsync();
    }

    [Fact]
    public async Task What_was_answered_keeps_the_question_that_was_asked_when_it_gets_other_words()
    {
        await AskAsync(set => set.Reword("well", "What makes him smile?"));
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(4), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        var asked = page.Document.QuerySelector("textarea[name^='Form.Own']")!.GetAttribute("name")!;
        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", (asked, "His dog"));

        await AskAsync(set => set.Reword(set.All[0].Key, "What went badly?"));

        var after = await mother.GetAsync(At(meeting));
        Assert.Contains("What makes him smile? His dog", after.Texts("p.said").Select(Close));
        Assert.Contains("What went badly?", after.Texts("label"));
        Assert.Contains((await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard"), h => h.StartsWith("What makes him smile?", StringComparison.Ordinal));
        await using var db = Host.OpenDb();
        Assert.Equal("What makes him smile?", (await db.Set<Contribution>().SingleAsync(c => c.MeetingId == meeting.Id, Cancel)).Question);
        await BackAsync();
    }

    [Fact]
    public async Task What_is_half_written_stays_with_its_question_when_the_school_asks_something_else()
    {
        await AskAsync(set => set.Add("What helps at home?"));
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(5), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        var own = page.Document.QuerySelector("textarea[name^='Form.Own']")!.GetAttribute("name")!;
        await mother.PressAsync(page.FormWith("Send to the school"), "Save for later", (own, "A calm st"), ("Form.Worries", "Mondays"), ("Form.Child", "He likes Sam"), ("Form.Pictures", "Friends"));

        await BackAsync();
        await AskAsync(set => set.Reword("worries", "What is hard?"));
        await AskAsync(set => set.Reword("child", "What would he tell us?"));

        page = await mother.GetAsync(At(meeting));
        Assert.Equal(["A calm st", "Mondays", "He likes Sam"], new[] { own, "Form.Worries", "Form.Child" }.Select(name => page.Document.QuerySelector($"textarea[name='{name}']")!.TextContent.Trim()));
        Assert.Equal(3, page.Texts(".govuk-hint").Count(hint => hint == "The school does not ask this now. You can still send what you wrote."));
        Assert.Equal("child", page.Document.QuerySelector("[name='Form.PicturesAsked']")!.GetAttribute("value"));
        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school");

        await using var db = Host.OpenDb();
        var kept = await db.Set<Contribution>().Where(c => c.MeetingId == meeting.Id).OrderBy(c => c.Words).Select(c => new { c.Question, c.Words, c.Voice, c.Pictures }).ToListAsync(Cancel);
        Assert.Equal(["What helps at home?", "What does your child say?", "What worries you?"], kept.Select(c => c.Question));
        Assert.Equal((Voice.Child, "Friends"), (kept[1].Voice, kept[1].Pictures));
        Assert.DoesNotContain("does not ask this now", (await mother.GetAsync(At(meeting))).Text, StringComparison.Ordinal);
        await BackAsync();
    }

    [Fact]
    public async Task A_page_that_was_open_while_the_questions_changed_loses_no_word()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(6), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        await AskAsync(set => set.Reword("want", "What shall we try?"));

        var tooLong = await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", ("Form.Want", new string('x', 4001)));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal("Please use 4,000 letters or fewer.", tooLong.Errors.Single());
        Assert.Equal(4001, tooLong.Document.QuerySelector("textarea[name='Form.Want']")!.TextContent.Trim().Length);
        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", ("Form.Want", "A buddy"));
        Assert.Equal(HttpStatusCode.BadRequest, (await mother.PostAsync($"{At(meeting)}?handler=Say", ("Form.Own[0123456789abcdef0123456789abcdef]", "To nothing that is there"), ("act", "send"))).Status);

        await using var db = Host.OpenDb();
        Assert.Equal(("What would you like?", "A buddy"), await db.Set<Contribution>().Where(c => c.MeetingId == meeting.Id).Select(c => new ValueTuple<string?, string>(c.Question, c.Words)).SingleAsync(Cancel));
        await BackAsync();
    }

    [Fact]
    public async Task The_childs_question_in_the_schools_words_keeps_voice_and_pictures()
    {
        await AskAsync(set => set.Reword("child", "What would he tell us?"));
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(7), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        var key = page.Document.QuerySelector("[name='Form.PicturesAsked']")!.GetAttribute("value")!;

        var sent = await mother.UploadAsync(page.FormWith("Send to the school"), [new TestFile($"Form.Voice{key}", "Voice.amr", [.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x3C, 200)])], ("Form.Pictures", "QuietPlace"));

        Assert.NotNull(sent.Document.QuerySelector("audio"));
        var heard = await As(World.Senco).GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("quiet place", heard.Texts(".heard").Single(), StringComparison.Ordinal);
        Assert.Contains("What would he tell us?", heard.Texts(".heard").Single(), StringComparison.Ordinal);
        Assert.NotNull(heard.Document.QuerySelector(".heard audio"));
        await using var db = Host.OpenDb();
        Assert.Equal(Voice.Child, (await db.Set<Contribution>().SingleAsync(c => c.MeetingId == meeting.Id, Cancel)).Voice);
        await BackAsync();
    }

    [Fact]
    public async Task What_the_other_parent_was_asked_and_answered_is_not_there()
    {
        await AskAsync(set => set.Add("What helps at home?"));
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(8), guests: [World.LeosMother, World.LeosFather]);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        var own = page.Document.QuerySelector("textarea[name^='Form.Own']")!.GetAttribute("name")!;
        await mother.PressAsync(page.FormWith("Send to the school"), "Save for later", (own, "Only for me"));
        await BackAsync();

        var father = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync(At(meeting));

        Assert.DoesNotContain("Only for me", father.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("What helps at home?", father.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("What helps at home?", (await (await Host.AsCarerAsync(World.ZainabsMother, World.Zainab)).GetAsync("/family")).Html, StringComparison.Ordinal);
    }

    private static string At(Meeting meeting) => $"/family/hillview/{meeting.PupilId}/meetings/{meeting.Id}";

    private static string Close(string text) => TestPage.Tidy(text);

    private Task BackAsync() => AskAsync(set => set.GoBackToKepts());

    private async Task AskAsync<T>(Func<QuestionSet, Result<T>> verb)
        where T : class, ISchoolEvent
    {
        await using var db = Host.OpenDb();
        var book = await QuestionBook.OpenAsync(new SchoolRegister(db, World.Senco.AsViewer, Clock), Clock.Now, Cancel);
        Assert.Null(await book.SaveAsync(verb(book.Set).OrThrow(), Cancel));
    }
}
