using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Meetings;
using Kept.Domain.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Meetings;

/// <summary>A carer's say before a meeting, and their word on its record afterwards.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Her_words_reach_the_meeting_and_the_childs_are_the_childs()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var home = await mother.GetAsync("/family");
        var page = await mother.GetAsync(home.LinkTo("Have my say"));

        var sent = await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school",
            ("Form.Well", "He likes the reading group"), ("Form.Worries", "Mondays"), ("Form.Child", "I want to sit with Sam"));

        Assert.Contains("The school has your words", sent.Text, StringComparison.Ordinal);
        Assert.Contains("You sent this on", sent.Text, StringComparison.Ordinal);
        var staff = await As(World.Senco).GetAsync($"/meetings/{meeting.Id}");
        var heard = staff.Texts(".heard");
        Assert.Contains(heard, h => h.Contains("He likes the reading group", StringComparison.Ordinal) && h.Contains("Ms Laura Bennett", StringComparison.Ordinal) && h.Contains("What is going well?", StringComparison.Ordinal));
        Assert.Contains(heard, h => h.Contains("I want to sit with Sam", StringComparison.Ordinal) && h.Contains("As Ms Laura Bennett tells it", StringComparison.Ordinal));
        Assert.Equal(3, heard.Count);

        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", ("Form.Well", "He likes the reading group"), ("Form.Worries", "Mondays"), ("Form.Child", "I want to sit with Sam"));
        Assert.Equal(3, (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard").Count);
    }

    [Fact]
    public async Task What_is_half_written_waits_for_her_and_nobody_else_sees_it()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(4), guests: [World.LeosMother, World.LeosFather]);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Meeting(meeting));

        var saved = await mother.PressAsync(page.FormWith("Send to the school"), "Save for later", ("Form.Worries", "Half a thought"));

        Assert.Contains("The school does not see it yet", saved.Text, StringComparison.Ordinal);
        Assert.Equal("Half a thought", saved.Document.QuerySelector("textarea[name='Form.Worries']")!.TextContent.Trim());
        Assert.DoesNotContain("Half a thought", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Half a thought", (await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync(Meeting(meeting))).Html, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(0, await db.Set<Contribution>().CountAsync(c => c.MeetingId == meeting.Id, Cancel));
    }

    [Fact]
    public async Task What_was_kept_on_another_phone_is_shown_before_anything_is_sent_and_no_word_is_lost()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(9), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var open = (await mother.GetAsync(Meeting(meeting))).FormWith("Send to the school");
        await mother.PressAsync((await mother.GetAsync(Meeting(meeting))).FormWith("Send to the school"), "Save for later",
            ("Form.Well", "The reading group"), ("Form.Worries", "Mondays"), ("Form.Pictures", "Happy"));

        foreach (var press in (string[])["Save for later", "Send to the school"])
        {
            var shown = await mother.PressAsync(open, press, ("Form.Worries", "The bus"), ("Form.Want", "A seat in front"));

            Assert.Equal(HttpStatusCode.BadRequest, shown.Status);
            Assert.Contains("You saved other words too", shown.Text, StringComparison.Ordinal);
            Assert.Equal(["The reading group", "Mondays\nThe bus", "A seat in front"],
                new[] { "Well", "Worries", "Want" }.Select(q => shown.Document.QuerySelector($"textarea[name='Form.{q}']")!.TextContent.Trim()));
            Assert.NotNull(shown.Document.QuerySelector("#picture-Happy[checked]"));
            Assert.Empty((await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard"));
            var form = shown.FormWith("Send to the school");
            if (press is "Send to the school")
            {
                Assert.Contains("The school has your words", (await mother.PressAsync(form, press)).Text, StringComparison.Ordinal);
            }
        }

        Assert.Contains((await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard"), h => h.Contains("Mondays The bus", StringComparison.Ordinal) || h.Contains("Mondays\nThe bus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_at_all_and_too_much_are_said_beside_the_question()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(5), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Meeting(meeting));

        Assert.Equal("Please write something first.", (await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school")).Errors.Single());
        var tooLong = await mother.PressAsync(page.FormWith("Send to the school"), "Save for later", ("Form.Want", new string('x', 4001)));
        Assert.Equal("Please use 4,000 letters or fewer.", tooLong.Errors.Single());
        Assert.Equal(4001, tooLong.Document.QuerySelector("textarea[name='Form.Want']")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task She_confirms_the_record_or_says_how_she_understood_it_and_the_record_stays()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, about: "How Mondays go", guests: World.LeosMother);
        await HoldAsync(meeting);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Meeting(meeting));
        Assert.Contains("How Mondays go", page.Text, StringComparison.Ordinal);
        Assert.Contains("Is this what we agreed?", page.Text, StringComparison.Ordinal);

        var again = await mother.PressAsync(Form(page, "false"), "Send to the school");
        Assert.Equal("Please write how you saw it.", again.Errors.Single());
        var other = await mother.PressAsync(Form(page, "false"), "Send to the school", ("How", "You said every day, not once a week"));
        Assert.Contains("I saw it another way: You said every day", other.Text, StringComparison.Ordinal);

        var staff = await As(World.Senco).GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("You said every day, not once a week", staff.Text, StringComparison.Ordinal);
        Assert.Contains("How Mondays go", staff.Text, StringComparison.Ordinal);
        Assert.Contains("Understood the meeting another way: You said every day", (await As(World.Senco).GetAsync("/today?whose=all")).Text, StringComparison.Ordinal);

        var yes = await mother.PressAsync(Form(await mother.GetAsync(Meeting(meeting)), "true"), "Yes, this is it");
        Assert.Contains("yes, this is what we agreed", yes.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal([false, true], await db.Set<Confirmation>().Where(c => c.MeetingId == meeting.Id).OrderBy(c => c.Number).Select(c => c.Agrees).ToListAsync(Cancel));
        Assert.Contains(World.LeosMother.Id.Value, await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Kind == "meeting-confirmed").Select(l => l.Actor).ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_same_answer_to_two_questions_is_two_answers()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(9), guests: World.LeosMother);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Meeting(meeting));
        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", ("Form.Well", "Maths"));
        await mother.PressAsync(page.FormWith("Send to the school"), "Send to the school", ("Form.Worries", "Maths"), ("Form.Child", "Maths"));

        Assert.Equal(3, (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard").Count);
    }

    [Fact]
    public async Task A_yes_is_to_the_words_that_she_read_and_a_correction_asks_again()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today, about: "Reading at home", guests: World.LeosMother);
        await HoldAsync(meeting);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Meeting(meeting));
        await mother.PressAsync(Form(page, "true"), "Yes, this is it");
        await using (var db = Host.OpenDb())
        {
            var record = await Host.RecordOfAsync(db, World.Senco);
            var entry = await record.Entries.SingleAsync(e => e.Id == new Id<Domain.Log.LogEntry>(meeting.Id.Value), Cancel);
            Assert.True(entry.Correct(entry.Content with { Issue = "Reading at home, twice a week" }, "How often was missing", World.Senco.Id, Clock.Now).Allowed(out var was, out _));
            record.Add(was);
            Assert.Null(await record.SaveAsync(new Domain.Log.EntryCorrected(entry.PupilId, entry.Id, "How often was missing"), Cancel));
        }

        var stale = await mother.PressAsync(Form(page, "false"), "Send to the school", ("How", "Said of the words before"));
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        var now = await mother.GetAsync(Meeting(meeting));
        Assert.Contains("Is this what we agreed?", now.Text, StringComparison.Ordinal);
        Assert.Contains("of the record before it was corrected", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);

        await mother.PressAsync(Form(now, "false"), "Send to the school", ("How", "Not what I heard about his father"));
        Assert.Contains("about his father", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
        var office = await As(World.Office).GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("I saw it another way", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("about his father", office.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_not_hers_is_not_there()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        foreach (var meeting in new[]
        {
            await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(6), guests: World.LeosFather),
            await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(7), visibility: Visibility.Staff, guests: World.LeosMother),
            await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(8), guests: World.ZainabsMother)
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mother.GetAsync(Meeting(meeting))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await mother.PostAsync(Meeting(meeting) + "?handler=Say", ("Form.Well", "x"), ("act", "send"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await mother.PostAsync(Meeting(meeting) + "?handler=Confirm", ("agrees", "true"))).Status);
        }
    }

    [Fact]
    public async Task She_asks_for_an_interpreter_reads_what_became_of_it_and_he_sees_nothing()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(20), guests: [World.LeosMother, World.LeosFather]);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Meeting(meeting));
        var form = page.FormWith("Ask the school");
        Assert.Equal(2, (await mother.PressAsync(form, "Ask the school")).Errors.Count + (await mother.PressAsync(form, "Ask the school", ("Ask.Language", "pl"))).Errors.Count);

        page = await mother.PressAsync(form, "Ask the school", ("Ask.Language", "pl"), ("Ask.Mode", "Phone"));

        Assert.Contains("We are still looking for your interpreter", page.Text, StringComparison.Ordinal);
        var senco = As(World.Senco);
        Assert.Contains("Polish, by telephone. Asked for.", (await senco.GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"/meetings/{meeting.Id}", (await senco.GetAsync("/meetings")).Document.QuerySelectorAll(".coach a").Select(a => a.GetAttribute("href")));
        var arrange = await senco.GetAsync($"/meetings/{meeting.Id}/interpreter/{World.LeosMother.Id}");
        Assert.Contains("They asked themselves", arrange.Text, StringComparison.Ordinal);
        await senco.PressAsync(arrange.FormWith("Keep it"), "Keep it", ("Form.Status", "Booked"), ("Form.Who", "Mrs Nowak"));
        Assert.Contains("Your interpreter is booked Polski, By phone: Mrs Nowak", (await mother.GetAsync(Meeting(meeting))).Text, StringComparison.Ordinal);

        var father = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync(Meeting(meeting));
        Assert.Contains("Ask for an interpreter", father.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowak", father.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("booked", father.Text, StringComparison.Ordinal);

        await mother.PressAsync(form, "Ask the school", ("Ask.Language", "pl"), ("Ask.Mode", "Phone"));
        Assert.Contains("Your interpreter is booked", (await mother.GetAsync(Meeting(meeting))).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Set<InterpreterRequest>().CountAsync(r => r.MeetingId == meeting.Id, Cancel));
        Assert.Contains(World.LeosMother.Id.Value, await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Kind == "interpreter-changed").Select(l => l.Actor).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Whoever_is_not_asked_or_may_not_be_told_asks_for_no_interpreter()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(21), guests: World.LeosFather);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        Assert.Equal(HttpStatusCode.NotFound, (await mother.PostAsync(Meeting(meeting) + "?handler=Interpreter", ("Ask.Language", "pl"), ("Ask.Mode", "Phone"))).Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.Set<InterpreterRequest>().AnyAsync(r => r.MeetingId == meeting.Id, Cancel));
    }

    [Fact]
    public async Task Of_a_meeting_that_was_held_the_family_reads_when_it_was_and_not_when_it_was_planned()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, guests: World.LeosMother);
        await HoldAsync(meeting, new(6, 59), new(7, 5));
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        foreach (var page in (string[])[Meeting(meeting), $"/family/hillview/{World.Leo.Id}"])
        {
            var told = await mother.GetAsync(page);
            Assert.Contains("6.59am–7.05am", told.Text, StringComparison.Ordinal);
        }
    }

    private static string Meeting(Meeting meeting) => $"/family/hillview/{meeting.PupilId}/meetings/{meeting.Id}";

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(TestPage page, string agrees) =>
        page.Document.QuerySelectorAll("form[action$='handler=Confirm']").OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
            .Single(f => f.QuerySelector("button")!.GetAttribute("value") == agrees);

    private async Task HoldAsync(Meeting meeting, NodaTime.LocalTime? from = null, NodaTime.LocalTime? until = null)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var stored = await record.Meetings.SingleAsync(m => m.Id == meeting.Id, Cancel);
        var there = await record.PartsOfMeetings<Attendee>().Where(a => a.MeetingId == meeting.Id).ToListAsync(Cancel);
        there.ForEach(a => a.Mark(Attendance.Attended));
        var now = Clock.Now.InZone(School.Zone).LocalDateTime;
        Assert.True(stored.Start(now).Allowed(out var started, out _));
        if (from is not null)
        {
            stored.Time(now.Date, from, until, now).OrThrow();
        }

        Assert.True(stored.Hold([.. there.Select(a => new Seat(a, "Somebody"))], [], null, now, World.Senco.Id, Clock.Now).Allowed(out var held, out _));
        record.Add(held.Entry);
        Assert.Null(await record.SaveAsync((ILedgerEvent[])[started, held.Happened], Cancel));
    }
}
