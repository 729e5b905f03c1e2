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
        page = await senco.PressAsync(page.Form($"form[action='{run}?handler=done']:has(input[value='{open.Id}'])"), "Mark as done", ("Row.Evidence", "emailed 5 May"), ("Row.WhatChanged", "He reads at home"));
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
        var page = await senco.PressAsync(Form(await senco.GetAsync(run), "move", one), "Move", ("Row.Day", "next Friday"));
        Assert.Equal((HttpStatusCode.BadRequest, "next Friday"), (page.Status, page.Document.GetElementById("Row_Day")!.GetAttribute("value")));
        Assert.NotNull(page.Document.GetElementById("Row_Reason-error"));

        page = await senco.PressAsync(Form(page, "move", one), "Move", ("Row.Reason", "she was away"));
        page = await senco.PressAsync(Form(page, "park", two), "Park", ("Row.Reason", "the report has not come"), ("Row.Day", "in three weeks"));
        page = await senco.SubmitAsync(Form(page, "keep", three));

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
        page = await senco.SubmitAsync(page.FormWith("Take back Meet the bus company"));
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

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(TestPage page, string act, AgreedAction action) =>
        page.Form($"form[action$='handler={act}']:has(input[value='{action.Id}'])");

    private async Task<Meeting> RunningAsync(TestPupil? pupil = null)
    {
        var meeting = await World.AddMeetingAsync(pupil ?? World.Leo);
        var senco = As(World.Senco);
        await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");
        return meeting;
    }
}
