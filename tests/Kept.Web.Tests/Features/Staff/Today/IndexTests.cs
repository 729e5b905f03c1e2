using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Today;

/// <summary>Today: one look says what is late and whose it is, and looking clears nothing.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private const int Budget = 5;

    [Fact]
    public async Task What_was_due_yesterday_is_late_for_its_owner_and_for_the_senco()
    {
        await World.AddActionAsync(World.Leo, "Bring the reading book", World.Teacher, due: World.Today.PlusDays(-1));

        var mine = await As(World.Teacher).GetAsync("/today");
        var all = await As(World.Senco).GetAsync("/today");

        Assert.Contains("Bring the reading book", Row(mine, "Bring the reading book", ".row.late"), StringComparison.Ordinal);
        Assert.Contains("1 day late", Row(mine, "Bring the reading book", ".row.late"), StringComparison.Ordinal);
        Assert.Contains("You", Row(mine, "Bring the reading book", ".row.late .who, .row.late"), StringComparison.Ordinal);
        Assert.Contains("Mr Tom Ellis", Row(all, "Bring the reading book", ".row.late"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_leaves_today_and_stays_in_the_record()
    {
        await World.AddActionAsync(World.Leo, "Show him the quiet corner", World.Teacher, due: World.Today.PlusDays(-1));
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync("/today");
        Assert.Contains("Show him the quiet corner", (await teacher.GetAsync("/today")).Text, StringComparison.Ordinal);

        page = await teacher.PressAsync(FormOf(page, "Show him the quiet corner", "done"), "Mark as done", ("Form.WhatChanged", "He goes there by himself"));

        Assert.Equal("/today", page.Url);
        Assert.DoesNotContain("Show him the quiet corner", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Show him the quiet corner", (await As(World.Senco).GetAsync("/today")).Text, StringComparison.Ordinal);
        var log = await As(World.Senco).GetAsync("/actions?status=all");
        Assert.Contains("Show him the quiet corner", log.Text, StringComparison.Ordinal);
        Assert.Contains("Done 5 May", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_today_is_due_and_not_late()
    {
        await World.AddActionAsync(World.Zainab, "Ring the clinic today", World.Office, due: World.Today);

        var page = await As(World.Office).GetAsync("/today");

        Assert.Contains("1 due today", page.Text, StringComparison.Ordinal);
        Assert.Contains("Today", Row(page, "Ring the clinic today", ".row.due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_touched_for_thirty_days_is_shown_and_looking_does_not_touch_it()
    {
        var before = Clock.Now;
        await World.AddActionAsync(World.Noah, "Write to the panel", World.PastoralLead, due: World.Today.PlusDays(90));
        try
        {
            Clock.Now = before + Duration.FromDays(29);
            Assert.DoesNotContain("Write to the panel", (await As(World.PastoralLead).GetAsync("/today")).Text, StringComparison.Ordinal);
            Clock.Now = before + Duration.FromDays(30);
            for (var look = 0; look < 2; look++)
            {
                Assert.Contains("Nobody has touched these for 30 days", (await As(World.PastoralLead).GetAsync("/today")).Text, StringComparison.Ordinal);
            }
        }
        finally
        {
            Clock.Now = before;
        }
    }

    [Fact]
    public async Task What_is_parked_comes_back_on_its_day()
    {
        var action = await World.AddActionAsync(World.Zainab, "Ask about the hearing test", World.AttendanceLead);
        await World.ChangeAsync(action, a => a.Park("The clinic is closed", World.Today.PlusDays(3), World.Today, Clock.Now));
        var before = Clock.Now;
        try
        {
            Assert.DoesNotContain("Ask about the hearing test", (await As(World.AttendanceLead).GetAsync("/today")).Text, StringComparison.Ordinal);
            Clock.Pass(Duration.FromDays(3));
            var page = await As(World.AttendanceLead).GetAsync("/today");
            Assert.Contains("1 to look at again", page.Text, StringComparison.Ordinal);
            Assert.Contains("Ask about the hearing test", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            Clock.Now = before;
        }
    }

    [Fact]
    public async Task A_review_whose_day_has_gone_by_stands_with_what_is_late_and_one_of_today_does_not()
    {
        await World.AddEntryAsync(World.Leo, "long ago", on: World.Today.PlusDays(-20), reviewOn: World.Today.PlusDays(-6));
        await World.AddEntryAsync(World.Leo, "this very day", on: World.Today.PlusDays(-20), reviewOn: World.Today);

        var sections = (await As(World.Senco).GetAsync("/today")).Texts("main section");

        var late = Assert.Single(sections, section => section.StartsWith("Late", StringComparison.Ordinal));
        var due = Assert.Single(sections, section => section.StartsWith("Due", StringComparison.Ordinal));
        Assert.Contains("long ago", late, StringComparison.Ordinal);
        Assert.DoesNotContain("long ago", due, StringComparison.Ordinal);
        Assert.Contains("this very day", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_everything_changes_nothing()
    {
        var action = await World.AddActionAsync(World.Leo, "Looked at and not done", World.Teacher, due: World.Today.PlusDays(-2));
        var entry = await World.AddEntryAsync(World.Leo, "looked at", reviewOn: World.Today);
        var enquiry = await World.AddEnquiryAsync(World.Leo, "looked at and not answered");
        var teacher = As(World.Teacher);

        foreach (var url in (string[])["/today", $"/actions/{action.Id}", $"/actions/{action.Id}?handler=done", $"/entries/{entry.Id}", $"/entries/{entry.Id}/review", $"/enquiries/{enquiry.Id}", $"/pupils/{World.Leo.Id}"])
        {
            await teacher.GetAsync(url);
        }

        var now = await World.ReloadAsync(action);
        Assert.Equal((ActionStatus.Open, action.Version, action.TouchedAt), (now.Status, now.Version, now.TouchedAt));
        Assert.Contains("Looked at and not done", (await teacher.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("looked at and not answered", (await As(World.Senco).GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_waits_until_the_end_of_the_fourth_working_day()
    {
        // Arrived on the bank holiday: received on Tuesday 5 May, so the fourth working day after is Monday 11 May.
        await World.AddEnquiryAsync(World.Leo, "asked on the bank holiday", arrivedOn: new(2026, 5, 4));
        var before = Clock.Now;
        try
        {
            Assert.Contains("Answer by Mon 11 May", Row(await As(World.Senco).GetAsync("/today"), "asked on the bank holiday", ".row.wait"), StringComparison.Ordinal);
            Clock.Now = before + Duration.FromDays(6);
            Assert.Contains("Answer today", Row(await As(World.Senco).GetAsync("/today"), "asked on the bank holiday", ".row.wait"), StringComparison.Ordinal);
            Clock.Now = before + Duration.FromDays(7);
            Assert.Contains("1 working day late", Row(await As(World.Senco).GetAsync("/today"), "asked on the bank holiday", ".row.late"), StringComparison.Ordinal);
        }
        finally
        {
            Clock.Now = before;
        }
    }

    [Fact]
    public async Task A_safeguarding_matter_is_nowhere_on_the_page_of_another()
    {
        var entry = await World.AddEntryAsync(World.Leo, "secret review", Visibility.Safeguarding, reviewOn: World.Today);
        await World.AddActionAsync(World.Leo, "secret action", due: World.Today.PlusDays(-1), visibility: Visibility.Safeguarding, entry: entry);
        await World.AddEnquiryAsync(World.Leo, "secret enquiry", visibility: Visibility.Safeguarding);

        foreach (var other in (TestPerson[])[World.Senco, World.Teacher, World.Head, World.Office])
        {
            Assert.DoesNotContain("secret", (await As(other).GetAsync("/today?whose=all")).Html, StringComparison.Ordinal);
        }

        var lead = await As(World.Dsl).GetAsync("/today?whose=all");
        Assert.All((string[])["secret review", "secret action", "secret enquiry"], words => Assert.Contains(words, lead.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sentence_does_not_call_few_what_are_many()
    {
        for (var at = 0; at < 40; at++)
        {
            await World.AddActionAsync(World.Ruby, $"Due {at}", World.RiversideSenco, due: World.Today);
            await World.AddActionAsync(World.Ruby, $"Late {at}", World.RiversideSenco, due: World.Today.PlusDays(-1 - at));
        }

        var page = await As(World.RiversideSenco).GetAsync("/today");

        Assert.Contains("4 or more late", page.Text, StringComparison.Ordinal);
        Assert.Equal("/actions?late=true", page.LinkTo("All actions that are late"));
    }

    [Fact]
    public async Task Those_who_see_no_record_are_told_so()
    {
        foreach (var other in (TestPerson[])[World.Governor, World.TrustLead, World.Administrator])
        {
            Assert.Contains("Your role sees no pupil’s record", (await As(other).GetAsync("/today")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_to_be_held_looked_at_and_read_today_stands_on_it()
    {
        var tomorrow = World.Today.PlusDays(1);
        var meeting = await World.AddMeetingAsync(World.Zainab, on: tomorrow);
        await World.AddMeetingAsync(World.Zainab, on: tomorrow, visibility: Visibility.Safeguarding);
        var document = await World.AddDocumentAsync(World.Zainab, "Report to look at again", reviewOn: tomorrow);
        var handover = await World.AddHandoverAsync(World.Zainab, World.Assistant);
        var before = Clock.Now;
        try
        {
            Clock.Now = before + Duration.FromDays(1);
            var page = await As(World.Senco).GetAsync("/today?whose=all");

            Assert.Contains("1 meeting", page.Text, StringComparison.Ordinal);
            Assert.Contains("3.30pm", Row(page, "SEN support meeting", ".row"), StringComparison.Ordinal);
            Assert.Equal($"/meetings/{meeting.Id}/run", page.LinkTo("Run it: SEN support meeting, Zainab Ali"));
            Assert.Equal($"/documents/{document.Id}", page.LinkTo("Look at it: Report to look at again, Zainab Ali"));
            Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/handovers/{handover.Id}");
            Assert.Contains("2 meetings", (await As(World.Dsl).GetAsync("/today?whose=all")).Text, StringComparison.Ordinal);
            Assert.Contains("1 handover to finish", (await As(World.Assistant).GetAsync("/today")).Text, StringComparison.Ordinal);
            Clock.Now = before + Duration.FromDays(2);
            Assert.Contains("did it happen?", Row(await As(World.Senco).GetAsync("/today?whose=all"), "SEN support meeting", ".row.late"), StringComparison.Ordinal);
        }
        finally
        {
            Clock.Now = before;
        }
    }

    [Fact]
    public async Task An_interpreter_who_is_asked_for_and_not_booked_stands_on_it_for_a_week_before_the_meeting()
    {
        var near = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(7), guests: World.LeosMother);
        var far = await World.AddMeetingAsync(World.Leo, kind: MeetingKind.AnnualReview, on: World.Today.PlusDays(8), guests: World.LeosMother);
        var booked = await World.AddMeetingAsync(World.Leo, kind: MeetingKind.Transition, on: World.Today.PlusDays(2), guests: World.LeosMother);
        await World.AskInterpreterAsync(near, World.LeosMother);
        await World.AskInterpreterAsync(far, World.LeosMother);
        await World.AskInterpreterAsync(booked, World.LeosMother, "Ms Nowak, by telephone");

        var page = await As(World.Senco).GetAsync("/today?whose=all");

        Assert.Equal(near.Id.ToString(), Assert.Single(Interpreters(page)));
        Assert.Equal(near.Id.ToString(), Assert.Single(Interpreters(await As(World.Senco).GetAsync("/today?whose=mine"))));
        Assert.Contains("1 interpreter to book", page.Text, StringComparison.Ordinal);
        Assert.Empty(Interpreters(await As(World.Teacher).GetAsync("/today?whose=mine")));
        Assert.Empty(Interpreters(await As(World.FormTutor).GetAsync("/today?whose=all")));
        Assert.Empty(Interpreters(await As(World.RiversideSenco).GetAsync("/today?whose=all")));

        // One that is called off needs nobody.
        await World.ChangeMeetingAsync(near, m => m.Cancel(CalledOffBy.School, "The room is flooded"));
        Assert.Empty(Interpreters(await As(World.Senco).GetAsync("/today?whose=all")));
    }

    private static IReadOnlyList<string> Interpreters(TestPage page) =>
        [.. page.Document.QuerySelectorAll("a").Where(a => a.TextContent.StartsWith("See to it", StringComparison.Ordinal)).Select(a => a.GetAttribute("href")!.Split('/')[^1])];

    [Fact]
    public async Task It_takes_no_more_statements_than_its_budget()
    {
        await World.AddActionAsync(World.Leo, "One to count", World.Teacher, due: World.Today);
        foreach (var viewer in (TestPerson[])[World.Senco, World.Teacher])
        {
            var client = As(viewer);
            await client.GetAsync("/today");
            using var counter = StatementCounter.Of(Host);
            await client.GetAsync("/today");
            Assert.InRange(counter.Statements, 1, Budget);
        }
    }

    private static string Row(TestPage page, string what, string selector) =>
        page.Texts(selector).FirstOrDefault(row => row.Contains(what, StringComparison.Ordinal)) ?? $"no {selector} says {what}: {page.Text}";

    private static AngleSharp.Html.Dom.IHtmlFormElement FormOf(TestPage page, string what, string act)
    {
        var row = page.Document.QuerySelectorAll(".row").Single(r => r.TextContent.Contains(what, StringComparison.Ordinal));
        return (AngleSharp.Html.Dom.IHtmlFormElement)row.QuerySelector($"form[action$='handler={act}']")!;
    }
}
