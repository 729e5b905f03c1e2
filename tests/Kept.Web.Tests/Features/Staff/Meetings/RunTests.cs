using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>Meeting mode: one screen from who is here to the written record, without script.</summary>
public sealed class RunTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_meeting_is_run_from_start_to_written_record_without_leaving_the_screen()
    {
        var open = await World.AddActionAsync(World.Leo, "Send the reading list", due: World.Today.PlusDays(-1), agreedOn: World.Today.PlusDays(-20));
        var meeting = await World.AddMeetingAsync(World.Leo, guests: World.LeosMother);
        var run = $"/meetings/{meeting.Id}/run";
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(run)).FormWith("Start the meeting"), "Start the meeting");

        var here = page.FormWith("Keep who is here");
        page = await senco.PressAsync(here, "Keep who is here", [.. here.Elements.Select(e => e.GetAttribute("name")).OfType<string>()
            .Where(n => n.StartsWith("Here.Each[", StringComparison.Ordinal)).Distinct().Select(n => (n, (string?)"Attended"))]);
        page = await senco.PressAsync(page.FormWith("Mark as done"), "Mark as done: Send the reading list", ($"Beside.Rows[done-{open.Id}].Evidence", "emailed 5 May"), ($"Beside.Rows[done-{open.Id}].WhatChanged", "He reads at home"));
        page = await senco.PressAsync(page.FormWith("Keep the notes"), "Keep the notes", ("Notes.Issue", "Mornings are hard"), ("Notes.Said", "We will try a quiet start"));
        page = await senco.PressAsync(page.FormWith("Agree it"), "Agree it", ("Line.Text", "SENCO will share a shorter start-of-day plan by Friday"));
        page = await senco.PressAsync(page.FormWith("Agree it"), "Agree it", ("Line.Text", "mum will read with Leo"));
        Assert.Contains("Mrs Amina Khan: Share a shorter start-of-day plan, by Friday 8 May", page.Text, StringComparison.Ordinal);
        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record", ("End.Review", "16 June"));

        Assert.Equal($"/meetings/{meeting.Id}", page.Url);
        Assert.Contains("Mornings are hard", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var entry = await db.LogEntries.SingleAsync(e => e.Issue == "Mornings are hard", Cancel);
        Assert.Equal((World.LeosMother.Id, new NodaTime.LocalDate(2026, 6, 16)), (entry.SpokeWithId, entry.ReviewOn));
        var actions = await db.Actions.Where(a => a.EntryId == entry.Id).OrderBy(a => a.DueOn).ToListAsync(Cancel);
        Assert.Equal([("SEN support meeting", World.Senco.Id), ("SEN support meeting", World.LeosMother.Id)], actions.Select(a => (a.Source!, a.OwnerId)));
        Assert.Equal(ActionStatus.Done, (await World.ReloadAsync(open)).Status);
        Assert.Equal(2, await db.Set<Attendee>().CountAsync(a => a.MeetingId == meeting.Id && a.Attendance == Attendance.Attended, Cancel));
        Assert.Equal($"/meetings/{meeting.Id}", (await senco.GetAsync(run)).Url);
    }

    /// <summary>A meeting may have 240 rows, each with half a dozen fields, and all come with every button.</summary>
    [Fact]
    public async Task What_is_typed_in_the_longest_meeting_is_held()
    {
        var meeting = await RunningAsync();
        var senco = As(World.Senco);
        var rows = Enumerable.Range(0, 1500).Select(i => ($"Row{i}", "typed"));

        await senco.PostAsync($"/meetings/{meeting.Id}/run?handler=draft", [("Notes.Issue", "as long as it gets"), .. rows]);

        Assert.Contains("as long as it gets", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/run")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_lid_loses_nothing_and_a_colleague_goes_on()
    {
        var meeting = await RunningAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/meetings/{meeting.Id}/run");
        page = await senco.PressAsync(page.FormWith("Agree it"), "Agree it", ("Line.Text", "SENCO will ring the bus company by Friday"));
        await senco.PostAsync($"/meetings/{meeting.Id}/run?handler=draft", ("Notes.Issue", "half a sente"));

        Assert.Contains("half a sente", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/run")).Html, StringComparison.Ordinal);
        var other = await As(World.SendLead).GetAsync($"/meetings/{meeting.Id}/run");
        Assert.Contains("Ring the bus company", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("half a sente", other.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_moved_parked_and_kept_and_a_refusal_stands_in_its_row()
    {
        var (one, two, three) = (await World.AddActionAsync(World.Zainab, "To be moved"), await World.AddActionAsync(World.Zainab, "To be parked"), await World.AddActionAsync(World.Zainab, "To be kept"));
        var meeting = await RunningAsync(World.Zainab);
        var run = $"/meetings/{meeting.Id}/run";
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(run)).FormWith("Move"), "Move: To be moved", ($"Beside.Rows[move-{one.Id}].Day", "next Friday"));
        Assert.Equal((HttpStatusCode.BadRequest, "next Friday"), (page.Status, page.Document.GetElementById("Row_Day")!.GetAttribute("value")));
        Assert.NotNull(page.Document.GetElementById("Row_Reason-error"));

        page = await senco.PressAsync(page.FormWith("Move"), "Move: To be moved", ($"Beside.Rows[move-{one.Id}].Reason", "she was away"));
        page = await senco.PressAsync(page.FormWith("Park"), "Park: To be parked", ($"Beside.Rows[park-{two.Id}].Reason", "the report has not come"), ($"Beside.Rows[park-{two.Id}].Day", "in three weeks"));
        page = await senco.PressAsync(page.FormWith("Keep as it is"), "Keep as it is: To be kept");

        Assert.Contains("Everything has been gone through", page.Text, StringComparison.Ordinal);
        Assert.Equal((new NodaTime.LocalDate(2026, 5, 15), ActionStatus.Parked), ((await World.ReloadAsync(one)).DueOn, (await World.ReloadAsync(two)).Status));
        Assert.Contains("Gone through in a meeting and kept as it is", (await senco.GetAsync($"/actions/{three.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_on_the_table_holds_nothing_that_the_family_may_not_see()
    {
        await World.AddActionAsync(World.Leo, "Ask the officer about funding", visibility: Visibility.SendTeam);
        var meeting = await RunningAsync();

        Assert.DoesNotContain("about funding", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/run")).Text, StringComparison.Ordinal);
        var narrow = await World.AddMeetingAsync(World.Leo, visibility: Visibility.SendTeam);
        Assert.Contains("about funding", (await As(World.Senco).GetAsync($"/meetings/{narrow.Id}/run")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_an_owner_is_refused_with_what_was_typed_and_two_owners_become_two_lines()
    {
        var meeting = await RunningAsync();
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Agree it"), "Agree it", ("Line.Text", "the school will look into it"));
        Assert.NotNull(page.Document.GetElementById("Line_Text-error"));
        Assert.Equal("the school will look into it", page.Document.GetElementById("Line_Text")!.GetAttribute("value"));

        page = await senco.PressAsync(page.FormWith("Agree it"), "Agree it", ("Line.Text", "Mrs Khan and Mr Ellis will meet the bus company by Friday"));
        page = await senco.PressAsync(page.FormWith("Split into 2 actions"), "Split into 2 actions");
        await using var db = Host.OpenDb();
        Assert.Equal(2, await db.Set<MeetingLine>().CountAsync(l => l.MeetingId == meeting.Id, Cancel));
        page = await senco.PressAsync(page.FormWith("Take back Meet the bus company"), "Take back Meet the bus company");
        Assert.Equal(1, await db.Set<MeetingLine>().CountAsync(l => l.MeetingId == meeting.Id && !l.IsDropped, Cancel));
    }

    [Fact]
    public async Task Ending_without_anybody_there_is_refused_and_keeps_what_was_typed()
    {
        var meeting = await RunningAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/meetings/{meeting.Id}/run");

        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record", ("Notes.Issue", "typed before the end"));

        Assert.Contains("who was there", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("typed before the end", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_at_the_end_are_named_at_once_each_beside_its_field()
    {
        var meeting = await RunningAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/meetings/{meeting.Id}/run");

        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record",
            ("Notes.Said", new string('s', 2000)), ("Line.Text", "SENCO will half"), ("End.Review", "some day"), ("End.Day", "tomorrow"), ("End.Started", "early"), ("End.Ended", "late"));

        var linked = page.Document.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["#Notes_Said", "#Line_Text", "#End_Day", "#End_Started", "#End_Ended", "#End_Review"], linked.Where(href => !href.StartsWith("#Here", StringComparison.Ordinal)));
        Assert.Equal(7, linked.Count);
        Assert.Contains("who was there", string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.All(linked, href => Assert.NotNull(page.Document.GetElementById(href[1..])));
        Assert.All(linked, href => Assert.NotNull(page.Document.GetElementById($"{href[1..]}-error")));
        await using var db = Host.OpenDb();
        Assert.Equal(MeetingStatus.Running, (await db.Meetings.AsNoTracking().SingleAsync(m => m.Id == meeting.Id, Cancel)).Status);

        // What was right in a form that was refused is not lost to the next.
        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record",
            [("Notes.Said", "said before the mistake"), ("Line.Text", ""), ("End.Review", "19 June"), ("End.Day", "today"), ("End.Ended", ""), .. Seats(page).Select(seat => (seat, (string?)"Attended"))]);
        Assert.Equal(["#End_Started"], page.Document.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")));
        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record", ("End.Started", "8am"));
        Assert.Equal($"/meetings/{meeting.Id}", page.Url);
        Assert.Contains("said before the mistake", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_pressed_nothing_that_is_typed_elsewhere_on_the_screen_is_lost()
    {
        var (kept, half) = (await World.AddActionAsync(World.Leo, "Stands meanwhile"), await World.AddActionAsync(World.Leo, "Moves meanwhile"));
        var meeting = await World.AddMeetingAsync(World.Leo, guests: World.LeosMother);
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");
        var seats = Seats(page);
        (string, string?)[] typed =
        [
            ("Notes.Said", "typed a moment ago"), ("Line.Text", "SENCO will half"), ($"Beside.Rows[move-{half.Id}].Reason", "she was ill"), ("End.Review", "19 June"), (seats[0], "Attended"), (seats[1], "Attended")
        ];

        page = await senco.PressAsync(page.FormWith("Keep as it is: Stands meanwhile"), "Keep as it is: Stands meanwhile", typed);

        Assert.Empty(page.Errors);
        AssertTyped();
        Assert.Contains("Gone through in a meeting and kept as it is", (await senco.GetAsync($"/actions/{kept.Id}")).Text, StringComparison.Ordinal);
        page = await senco.PressAsync(page.FormWith("Agree it"), "Agree it", ("Line.Text", "SENCO will ring the bus company by Friday"));
        Assert.Equal("", page.Document.GetElementById("Line_Text")!.GetAttribute("value") ?? "");
        page = await senco.PressAsync(page.FormWith("Take back Ring the bus company"), "Take back Ring the bus company", ("Line.Text", "SENCO will half"));
        AssertTyped();
        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record");
        Assert.Contains("not agreed yet", page.Document.GetElementById("Line_Text-error")!.TextContent, StringComparison.Ordinal);
        AssertTyped();
        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record", ("Line.Text", ""));
        Assert.Contains("beside a row", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await senco.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record", ($"Beside.Rows[move-{half.Id}].Reason", ""));

        Assert.Equal($"/meetings/{meeting.Id}", page.Url);
        await using var db = Host.OpenDb();
        Assert.Equal("typed a moment ago", (await db.LogEntries.SingleAsync(e => e.Id == new Domain.Id<Domain.Log.LogEntry>(meeting.Id.Value), Cancel)).Said);
        Assert.Equal(2, await db.Set<Attendee>().CountAsync(a => a.MeetingId == meeting.Id && a.Attendance == Attendance.Attended, Cancel));

        void AssertTyped()
        {
            Assert.Contains("typed a moment ago", page.Document.GetElementById("Notes_Said")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("SENCO will half", page.Document.GetElementById("Line_Text")!.GetAttribute("value"));
            Assert.Equal("she was ill", page.Document.QuerySelector($"[name='Beside.Rows[move-{half.Id}].Reason']")!.GetAttribute("value"));
            Assert.Equal("19 June", page.Document.GetElementById("End_Review")!.GetAttribute("value"));
            Assert.Equal(2, page.Document.QuerySelectorAll("input[name^='Here.Each'][value='Attended'][checked]").Length);
        }
    }

    [Fact]
    public async Task Who_has_typed_nothing_sees_what_a_colleague_kept_meanwhile()
    {
        await World.AddActionAsync(World.Leo, "Let it stand");
        var meeting = await RunningAsync();
        var (senco, lead) = (As(World.Senco), As(World.SendLead));
        var before = await lead.GetAsync($"/meetings/{meeting.Id}/run");
        await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Keep the notes"), "Keep the notes", ("Notes.Issue", "A colleague wrote this"));

        var page = await lead.PressAsync(before.FormWith("Keep as it is: Let it stand"), "Keep as it is: Let it stand");

        Assert.Contains("A colleague wrote this", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("not kept yet", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("End the meeting and keep the record")]
    [InlineData("Agree it")]
    [InlineData("Keep the notes")]
    public async Task What_is_typed_after_the_meeting_was_ended_elsewhere_comes_back_to_its_writer(string button)
    {
        var meeting = await RunningAsync();
        var senco = As(World.Senco);
        var stale = await senco.GetAsync($"/meetings/{meeting.Id}/run");
        (string, string?)[] here = [.. Seats(stale).Select(seat => (seat, (string?)"Attended"))];
        await senco.PressAsync(stale.FormWith("Agree it"), "End the meeting and keep the record", [("Notes.Said", "said and kept"), .. here]);

        var page = await senco.PressAsync(stale.FormWith(button), button, ("Notes.Said", "said too late"), ("Line.Text", "SENCO will ring by Friday"));

        Assert.Contains("ended already. Your words are below", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(["said too late", "SENCO will ring by Friday"], page.Texts("textarea[readonly]"));
        Assert.Equal($"/meetings/{meeting.Id}", (await senco.PressAsync(stale.FormWith(button), button, [("Notes.Said", "said and kept"), .. here])).Url);
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync($"/meetings/{meeting.Id}/run?handler=draft", ("Notes.Said", "said too late"))).Status);
    }

    [Fact]
    public async Task A_colleague_who_typed_while_another_ended_the_meeting_finds_the_words_again()
    {
        var meeting = await RunningAsync();
        var (senco, lead) = (As(World.Senco), As(World.SendLead));
        await lead.PostAsync($"/meetings/{meeting.Id}/run?handler=draft", ("Notes.Said", "a colleague’s half"));
        var page = await senco.GetAsync($"/meetings/{meeting.Id}/run");
        await senco.PressAsync(page.FormWith("Agree it"), "End the meeting and keep the record", [.. Seats(page).Select(seat => (seat, (string?)"Attended"))]);

        Assert.Equal(["a colleague’s half"], (await lead.GetAsync($"/meetings/{meeting.Id}/run")).Texts("textarea[readonly]"));
        Assert.Equal($"/meetings/{meeting.Id}", (await senco.GetAsync($"/meetings/{meeting.Id}/run")).Url);
    }

    private static IReadOnlyList<string> Seats(TestPage page) => [.. page.FormWith("Keep who is here").Elements.Select(e => e.GetAttribute("name")).OfType<string>()
        .Where(n => n.StartsWith("Here.Each[", StringComparison.Ordinal)).Distinct()];

    private async Task<Meeting> RunningAsync(TestPupil? pupil = null)
    {
        var meeting = await World.AddMeetingAsync(pupil ?? World.Leo);
        var senco = As(World.Senco);
        await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");
        return meeting;
    }
}
