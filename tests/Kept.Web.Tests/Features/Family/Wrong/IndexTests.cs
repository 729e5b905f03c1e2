using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Wrong;

/// <summary>A carer says what is not working, and is answered.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task What_is_not_happening_reaches_the_owner_and_the_SENCO_and_its_answer_reaches_her()
    {
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday", World.Teacher);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync("/family");
        var form = await mother.GetAsync(page.Document.QuerySelector($"#a-{action.Id} a[href*='/wrong']")!.GetAttribute("href")!);

        var after = await mother.SubmitAsync(form.Form(), ("Form.Kind", "NotHappening"), ("Form.Words", "No call since Easter"));

        Assert.Contains("The school has your words. You will hear back by", after.Text, StringComparison.Ordinal);
        Assert.Contains("We will answer by", after.Texts(".promise")[0], StringComparison.Ordinal);
        Assert.Contains("No call since Easter", after.Texts(".promise")[0], StringComparison.Ordinal);
        foreach (var today in new[] { await As(World.Teacher).GetAsync("/today?whose=mine"), await As(World.Senco).GetAsync("/today?whose=all") })
        {
            Assert.Contains("This is not happening: Ring every Friday", today.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("This is not happening: Ring every Friday", (await As(World.Assistant).GetAsync("/today?whose=mine")).Text, StringComparison.Ordinal);
        var enquiry = await EnquiryAsync(action.What);
        var teacher = As(World.Teacher);
        var shown = await teacher.GetAsync($"/enquiries/{enquiry}");
        Assert.Contains("Ms Laura Bennett wrote this on the family page", shown.Text, StringComparison.Ordinal);
        Assert.Contains("No call since Easter", shown.Text, StringComparison.Ordinal);
        await teacher.SubmitAsync(shown.FormWith("They have their answer"), ("Form.Answer", "I ring this Friday at four"));

        var answered = (await mother.GetAsync("/family")).Texts(".promise")[0];
        Assert.Contains("The school answered on", answered, StringComparison.Ordinal);
        Assert.Contains("I ring this Friday at four", answered, StringComparison.Ordinal);
    }

    /// <summary>One owner, always: whose action it is about; and the SENCO where that is nobody of the staff.</summary>
    [Fact]
    public async Task Somebody_of_the_staff_answers_whatever_it_is_about()
    {
        var teachers = await World.AddActionAsync(World.Leo, "Read with him at noon", World.Teacher);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync("/family");
        var form = await mother.GetAsync(page.Document.QuerySelector($"#a-{teachers.Id} a[href*='/wrong']")!.GetAttribute("href")!);
        await mother.SubmitAsync(form.Form(), ("Form.Kind", "NotHappening"), ("Form.Words", "Not since Easter"));
        await SayAsync(mother, World.Leo, ("Form.Kind", "SomethingElse"), ("Form.Words", "He comes home hungry"));

        Assert.Equal("Mr Tom Ellis", Who(await As(World.Senco).GetAsync("/today?whose=all"), teachers.What));
        Assert.Equal("You", Who(await As(World.Teacher).GetAsync("/today?whose=mine"), teachers.What));
        Assert.Null(Who(await As(World.Senco).GetAsync("/today?whose=mine"), teachers.What));
        Assert.Equal("SENCO", Who(await As(World.Senco).GetAsync("/today?whose=mine"), "He comes home hungry"));
        Assert.Null(Who(await As(World.Teacher).GetAsync("/today?whose=mine"), "He comes home hungry"));

        static string? Who(TestPage page, string about) => page.Document.QuerySelectorAll(".row")
            .FirstOrDefault(row => row.QuerySelector(".what")?.TextContent.Contains(about, StringComparison.Ordinal) is true && row.ClassList.Contains("wait"))
            ?.QuerySelector(".who")?.TextContent;
    }

    [Fact]
    public async Task The_other_parent_reads_nothing_of_it()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await SayAsync(mother, World.Leo, ("Form.Kind", "SomethingElse"), ("Form.Words", "I worry about his father’s flat"));

        var his = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync("/family");

        Assert.DoesNotContain("flat", his.Html, StringComparison.Ordinal);
        Assert.Contains("father’s flat", (await mother.GetAsync("/family")).Text, StringComparison.Ordinal);
        var preview = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosFather.Id}/preview");
        Assert.DoesNotContain("flat", preview.Text, StringComparison.Ordinal);
        Assert.Contains("flat", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("flat", (await As(World.Office).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_reads_her_own_words_whatever_becomes_of_the_entry()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await SayAsync(mother, World.Leo, ("Form.Kind", "SomethingElse"), ("Form.Words", "Somebody pushes him on the bus"));
        await using (var db = Host.OpenDb())
        {
            var record = await Host.RecordOfAsync(db, World.Dsl);
            var entry = await record.Entries.SingleAsync(e => e.Note == "Somebody pushes him on the bus", Cancel);
            var was = entry.Correct(entry.Content with { Issue = "Looked at by the DSL", Visibility = Visibility.Safeguarding }, "It is about safety", World.Dsl.Id, Clock.Now);
            Assert.True(was.Allowed(out var version, out _));
            record.Add(version);
            Assert.Null(await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, "It is about safety"), Cancel));
        }

        var page = await mother.GetAsync("/family");
        Assert.Contains("Somebody pushes him on the bus", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DSL", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("safety", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        var nothing = await SayAsync(mother, World.Leo);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Equal("Please choose one.", nothing.Errors.Single());

        var silent = await mother.SubmitAsync(nothing.Form(), ("Form.Kind", "SomethingElse"));
        Assert.Equal("Please write what worries you.", silent.Errors.Single());

        var tooLong = await mother.SubmitAsync(silent.Form(), ("Form.Kind", "SomethingElse"), ("Form.Words", new string('x', 1001)));
        Assert.Equal("Please use 1,000 letters or fewer.", tooLong.Errors.Single());
        Assert.Equal(1001, tooLong.Document.QuerySelector("textarea")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task Sent_twice_it_is_kept_once()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = await mother.GetAsync(Wrong(World.Leo));
        foreach (var _ in new[] { 1, 2 })
        {
            var after = await mother.SubmitAsync(form.Form(), ("Form.Kind", "SomethingElse"), ("Form.Words", "Pressed twice"));
            Assert.Contains("The school has your words", after.Text, StringComparison.Ordinal);
        }

        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Concerns.CountAsync(c => c.Words == "Pressed twice", Cancel));
    }

    [Fact]
    public async Task The_same_page_sent_again_with_more_on_it_loses_no_word()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = await mother.GetAsync(Wrong(World.Leo));
        await mother.SubmitAsync(form.Form(), ("Form.Kind", "SomethingElse"), ("Form.Words", "He is hungry"));
        var again = await mother.SubmitAsync(form.Form(), ("Form.Kind", "SomethingElse"), ("Form.Words", "He is hungry at eleven"));
        Assert.Contains("The school has your words", again.Text, StringComparison.Ordinal);

        await using var db = Host.OpenDb();
        Assert.Equal(["He is hungry", "He is hungry at eleven"], await db.Concerns.Where(c => c.Words!.StartsWith("He is hungry")).OrderBy(c => c.Words).Select(c => c.Words).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Nobody_writes_about_a_promise_or_a_child_that_is_not_theirs_to_see()
    {
        var hidden = await World.AddActionAsync(World.Leo, "Hidden", visibility: Visibility.SendTeam);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        Assert.Equal(HttpStatusCode.NotFound, (await mother.PostAsync(Wrong(World.Leo), ("Form.About", hidden.Id.ToString()), ("Form.Kind", "NotHappening"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.PostAsync(Wrong(World.Zainab), ("Form.Kind", "SomethingElse"), ("Form.Words", "x"))).Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.Concerns.AnyAsync(c => c.ActionId == hidden.Id || c.PupilId == World.Zainab.Id, Cancel));
    }

    private static string Wrong(TestPupil child) => $"/family/hillview/{child.Id}/wrong";

    private static async Task<TestPage> SayAsync(TestClient carer, TestPupil child, params (string, string?)[] fields) =>
        await carer.SubmitAsync((await carer.GetAsync(Wrong(child))).Form(), fields);

    private async Task<Id<Enquiry>> EnquiryAsync(string about)
    {
        await using var db = Host.OpenDb();
        return await db.Enquiries.Join(db.LogEntries.Where(e => e.Issue.EndsWith(about)), q => q.EntryId, e => e.Id, (q, e) => q.Id).SingleAsync(Cancel);
    }
}
