using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Messages;

/// <summary>Staff read a thread, answer, pass it on, close it.</summary>
public sealed class ThreadTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task It_is_read_and_answered_by_staff_who_work_with_the_child()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Coat", "Where is his coat?");
        var teacher = As(World.Teacher);

        var page = await teacher.GetAsync(At(thread));
        Assert.Equal("Coat", page.Heading);
        Assert.Contains("Ms Laura Bennett, mother · you answer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Answer by Mon 11 May", page.Text, StringComparison.Ordinal);
        var after = await teacher.SubmitAsync(page.FormWith("Send to Ms Laura Bennett"), ("Form.Words", "In the hall.\nOn the first peg"));

        Assert.Contains("Sent.", after.Text, StringComparison.Ordinal);
        Assert.Equal(["Where is his coat?", "In the hall. On the first peg"], after.Texts(".talk .lines-kept"));
        Assert.Contains("Waits for the family", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_it_is_written_down_and_changes_nobodys_turn()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Only looked at");
        var page = await As(World.Senco).GetAsync(At(thread));
        Assert.Contains("Nobody has opened it", page.Text, StringComparison.Ordinal);

        for (var i = 0; !(page = await As(World.Teacher).GetAsync(At(thread))).Text.Contains("Opened by Mrs Amina Khan on 5 May at 9.30am", StringComparison.Ordinal) && i < 100; i++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.Contains("Opened by Mrs Amina Khan on 5 May at 9.30am", page.Text, StringComparison.Ordinal);
        Assert.Contains("Answer by Mon 11 May", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_kept_once_and_with_other_words_it_is_another_message()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Twice");
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(At(thread));
        foreach (var words in new[] { "Pressed twice", "Pressed twice", "Pressed twice, with more on it" })
        {
            Assert.Contains("Sent.", (await teacher.SubmitAsync(page.FormWith("Send to Ms Laura Bennett"), ("Form.Words", words))).Text, StringComparison.Ordinal);
        }

        await using var db = Host.OpenDb();
        Assert.Equal(["When is PE?", "Pressed twice", "Pressed twice, with more on it"], await db.Messages.Where(m => m.ThreadId == thread.Id).OrderBy(m => m.Number).Select(m => m.Words).ToListAsync(Cancel));
        Assert.Equal(3, (await db.MessageThreads.SingleAsync(t => t.Id == thread.Id, Cancel)).Count);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Errors");
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(At(thread));

        var empty = await teacher.SubmitAsync(page.FormWith("Send to Ms Laura Bennett"), ("Form.Words", " "));
        Assert.Equal((HttpStatusCode.BadRequest, "Write your message"), (empty.Status, empty.Errors.Single()));
        var tooLong = await teacher.SubmitAsync(page.FormWith("Send to Ms Laura Bennett"), ("Form.Words", new string('x', 4001)));
        Assert.Equal("Use 4,000 characters or fewer", tooLong.Errors.Single());
        Assert.Equal(4001, tooLong.Document.QuerySelector("#Form_Words")!.TextContent.Trim().Length);
        Assert.Equal("Say what came of it: the family reads this", (await teacher.SubmitAsync(page.FormWith("Send it and close"))).Errors.Single());
        Assert.Equal("Choose who answers from now on", (await teacher.SubmitAsync(page.FormWith("Pass it on"))).Errors.Single());
        Assert.Equal("Say why, in a line", (await teacher.SubmitAsync(page.FormWith("Pass it on"), ("Form.To", World.Senco.Id.ToString()))).Errors.Single());
    }

    [Fact]
    public async Task It_is_closed_with_what_came_of_it_and_never_over_an_unread_message()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "To close");
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(At(thread));
        await World.AddMessageAsync(thread, "And his hat?", World.LeosMother);

        var refused = await teacher.SubmitAsync(page.FormWith("Send it and close"), ("Form.Outcome", "The coat is found"));
        Assert.Contains("There is a new message since you opened this page", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("And his hat?", refused.Text, StringComparison.Ordinal);
        var after = await teacher.SubmitAsync(refused.FormWith("Send it and close"), ("Form.Outcome", "Both are found"));

        Assert.Contains("Closed 5 May", after.Text, StringComparison.Ordinal);
        Assert.Contains("Both are found", after.Text, StringComparison.Ordinal);
        await World.AddMessageAsync(thread, "They are not his", World.LeosMother);
        Assert.Contains("Answer by Mon 11 May", (await teacher.GetAsync(At(thread))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_passed_to_a_colleague_who_works_with_the_child_and_to_nobody_else()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "To pass on");
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(At(thread));
        var offered = page.Texts("#Form_To option");
        Assert.Contains(offered, o => o.StartsWith("Mr Piotr Wrona", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, o => o.Contains("Lister", StringComparison.Ordinal) || o.Contains("Okafor", StringComparison.Ordinal) || o.Contains("Stone", StringComparison.Ordinal) || o.Contains("Reeve", StringComparison.Ordinal));

        var wrong = await teacher.PostAsync($"{At(thread)}?handler=pass", ("Form.To", World.Office.Id.ToString()), ("Form.Reason", "On a course"));
        Assert.Equal("Choose somebody who works with this child", wrong.Errors.Single());
        var after = await teacher.SubmitAsync(page.FormWith("Pass it on"), ("Form.To", World.Assistant.Id.ToString()), ("Form.Reason", "He sits with him at lunch"));

        Assert.Contains("Mr Piotr Wrona answers", after.Text, StringComparison.Ordinal);
        Assert.Contains("Mr Tom Ellis passed it to Mr Piotr Wrona on 5 May at 9.30am: He sits with him at lunch", after.Text, StringComparison.Ordinal);
        Assert.Contains("To pass on", (await As(World.Assistant).GetAsync("/messages?whose=mine")).Text, StringComparison.Ordinal);
        var again = await teacher.SubmitAsync(page.FormWith("Pass it on"), ("Form.To", World.Assistant.Id.ToString()), ("Form.Reason", "He sits with him at lunch"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.ThreadHandovers.CountAsync(h => h.ThreadId == thread.Id, Cancel));
    }

    [Fact]
    public async Task Staff_see_why_nothing_can_be_sent_to_a_carer_whom_a_court_stops_and_nothing_is_sent()
    {
        var aunt = await World.AddCarerAsync(World.Noah, "Ada", "Reid", "aunt");
        var thread = await World.AddThreadAsync(World.Noah, aunt, "Before the order");
        await World.RestrictAsync(World.Noah, aunt, ContactRestriction.NoContact);
        var senco = As(World.Senco);

        var page = await senco.GetAsync(At(thread));

        Assert.Contains("Nothing can be sent.", page.Text, StringComparison.Ordinal);
        Assert.Contains("may not be told about Noah", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#Form_Words"));
        Assert.DoesNotContain("Answer by", page.Text, StringComparison.Ordinal);
        foreach (var (url, field) in new[] { (At(thread), "Form.Words"), ($"{At(thread)}?handler=close", "Form.Outcome") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync(url, (field, "Hello"), ("Form.Seen", "1"))).Status);
        }

        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.ThreadId == thread.Id, Cancel));
        var row = (await senco.GetAsync("/messages?whose=all")).Texts(".row").Single(t => t.Contains("Before the order", StringComparison.Ordinal));
        Assert.Contains("May not be told", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_see_what_is_shared_with_families_alone_another_class_and_another_school_find_nothing()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Not for the office", "secret words here");
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync(At(thread))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(At(thread))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Office).GetAsync(At(thread))).Status);
        foreach (var who in new[] { World.Office, World.FormTutor, World.RiversideSenco })
        {
            var visitor = As(who);
            foreach (var url in new[] { "/messages?whose=all", "/messages?closed=true", "/today?whose=all", "/search?q=secret", $"/pupils/{World.Leo.Id}", $"/pupils/{World.Leo.Id}/messages", $"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview" })
            {
                var page = await visitor.GetAsync(url);
                Assert.DoesNotContain("Not for the office", page.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("secret words", page.Html, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("/messages", (await As(World.Office).GetAsync($"/pupils/{World.Leo.Id}")).Html, StringComparison.Ordinal);
        Assert.Contains("Not for the office", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for the office", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosFather.Id}/preview")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_is_not_found_under_another_child()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Leo’s own");

        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/pupils/{World.Noah.Id}/messages/{thread.Id}")).Status);
    }

    [Fact]
    public async Task One_click_makes_an_entry_of_a_message_and_both_keep_the_link()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Sleep", "He slept badly since Sunday");
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(At(thread));
        Clock.Pass(Duration.FromDays(1));
        teacher = As(World.Teacher);

        var form = await teacher.GetAsync(page.LinkTo("Put it in the log: message 1"));
        Assert.Equal("He slept badly since Sunday", form.Document.QuerySelector("#Form_Issue")!.TextContent);
        Assert.NotNull(form.Document.QuerySelector("input[value=Portal][checked]"));
        Assert.NotNull(form.Document.QuerySelector("input[value=yesterday][checked]"));
        Assert.NotNull(form.Document.QuerySelector("input[name='Form.Visibility'][value=Staff][checked]"));
        Assert.NotNull(form.Document.QuerySelector($"input[name='Form.With'][value='{World.LeosMother.Id}'][checked]"));
        var kept = await teacher.PressAsync(form.Form("form[action='/log']"), "Keep it");
        Assert.Contains("Kept.", kept.Text, StringComparison.Ordinal);

        var after = await teacher.GetAsync(At(thread));
        var entry = await teacher.GetAsync(after.LinkTo("In the log: message 1"));
        Assert.Contains("He slept badly since Sunday", entry.Text, StringComparison.Ordinal);
        Assert.Equal(At(thread), entry.LinkTo("a message"));
        await using var db = Host.OpenDb();
        var made = await db.MessageEntries.Join(db.Messages.Where(m => m.ThreadId == thread.Id), e => e.MessageId, m => m.Id, (e, m) => e).SingleAsync(Cancel);
        Assert.Equal(Visibility.Staff, (await db.LogEntries.SingleAsync(e => e.Id == made.EntryId, Cancel)).Visibility);
        Clock.Now = FixedClock.Start;
    }

    [Fact]
    public async Task The_link_to_an_entry_is_only_for_those_who_see_the_entry()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Worry", "Somebody hurt him");
        var dsl = As(World.Dsl);
        var form = await dsl.GetAsync((await dsl.GetAsync(At(thread))).LinkTo("Put it in the log: message 1"));
        await dsl.PressAsync(form.Form("form[action='/log']"), "Keep it", ("Form.Visibility", "Safeguarding"));

        Assert.Contains("In the log", (await dsl.GetAsync(At(thread))).Text, StringComparison.Ordinal);
        Assert.Contains("Put it in the log", (await As(World.Teacher).GetAsync(At(thread))).Text, StringComparison.Ordinal);
    }

    private static string At(MessageThread thread) => $"/pupils/{thread.PupilId}/messages/{thread.Id}";
}
