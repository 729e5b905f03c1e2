using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Reviews;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>What comes for review is reviewed at the table, without leaving meeting mode.</summary>
public sealed class RunReviewsTests(KeptHost host) : PageTest(host)
{
    private static (string, string?)[] Answers(LogEntry entry) =>
        [(Name(entry, "Happened"), "Partly"), (Name(entry, "WhatChanged"), "He comes in by himself"), (Name(entry, "WhatNext"), "Try the bus"), (Name(entry, "NextOn"), "in six weeks")];

    [Fact]
    public async Task A_review_held_in_a_meeting_is_kept_at_once_read_back_and_in_the_written_record()
    {
        var entry = await World.AddEntryAsync(World.Leo, "quiet starts were agreed", reviewOn: World.Today);
        var meeting = await World.AddMeetingAsync(World.Leo, guests: World.LeosMother);
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");

        page = await senco.PressAsync(page.FormWith("Keep the review"), $"Keep the review: {entry.Issue}", Answers(entry));

        Assert.Contains("quiet starts were agreed: It partly happened. He comes in by himself. Next: Try the bus. We look again on", page.Text, StringComparison.Ordinal);
        Assert.Contains("quiet starts were agreed: It partly happened.", (await As(World.SendLead).GetAsync($"/meetings/{meeting.Id}/run")).Text, StringComparison.Ordinal);
        page = await EndAsync(senco, page);
        Assert.Contains("Reviewed in this meeting 1 quiet starts were agreed", page.Text, StringComparison.Ordinal);
        Assert.Contains("quiet starts were agreed: It partly happened.", (await senco.GetAsync($"/meetings/{meeting.Id}/follow-up")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal((DidItHappen.Partly, World.Senco.Id), await db.Reviews.Where(r => r.EntryId == entry.Id).Select(r => new ValueTuple<DidItHappen, Domain.Id<Domain.People.Person>>(r.Happened, r.ById)).SingleAsync(Cancel));
        Assert.Equal(new NodaTime.LocalDate(2026, 6, 16), (await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel)).ReviewOn);
    }

    [Fact]
    public async Task A_review_without_an_answer_is_refused_in_its_own_row_and_sent_twice_it_is_held_once()
    {
        var (entry, other) = (await World.AddEntryAsync(World.Zainab, "to be answered", reviewOn: World.Today), await World.AddEntryAsync(World.Zainab, "another", reviewOn: World.Today));
        var meeting = await RunningAsync(World.Zainab);
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Keep the review"), $"Keep the review: {entry.Issue}", (Name(entry, "WhatChanged"), "typed words"));

        Assert.Equal((HttpStatusCode.BadRequest, "typed words"), (page.Status, page.Document.GetElementById("Review_WhatChanged")!.GetAttribute("value")));
        Assert.NotNull(page.Document.QuerySelector($"#review-{entry.Id} #Review_Happened-error"));
        var form = page.FormWith("Keep the review");
        await senco.PressAsync(form, $"Keep the review: {entry.Issue}", Answers(entry));
        page = await senco.PressAsync(form, $"Keep the review: {entry.Issue}", Answers(entry));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.FormWith($"Keep the review: {other.Issue}"));
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Reviews.CountAsync(r => r.EntryId == entry.Id, Cancel));
        Assert.Equal(1, await db.Set<ReviewGoneThrough>().CountAsync(r => r.MeetingId == meeting.Id, Cancel));
    }

    [Fact]
    public async Task What_the_family_may_not_see_is_not_reviewed_on_the_table_even_by_a_made_up_form()
    {
        var narrow = await World.AddEntryAsync(World.Leo, "funding was asked for", Visibility.SendTeam, reviewOn: World.Today);
        var wide = await World.AddEntryAsync(World.Leo, "reading at home", reviewOn: World.Today);
        var meeting = await RunningAsync(World.Leo);
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/meetings/{meeting.Id}/run");
        Assert.DoesNotContain("funding was asked for", page.Text, StringComparison.Ordinal);

        Assert.NotNull(page.FormWith($"Keep the review: {wide.Issue}"));
        page = await senco.PostAsync($"/meetings/{meeting.Id}/run?handler=review&entry={narrow.Id}",
            [(Name(narrow, "Happened"), "Partly"), (Name(narrow, "WhatChanged"), "He comes in by himself")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.Reviews.AnyAsync(r => r.EntryId == narrow.Id, Cancel));
    }

    [Fact]
    public async Task An_entry_that_is_for_fewer_people_afterwards_takes_its_review_out_of_the_record_and_the_letter()
    {
        var entry = await World.AddEntryAsync(World.Leo, "later for the team alone", reviewOn: World.Today);
        var meeting = await World.AddMeetingAsync(World.Leo, guests: World.LeosMother);
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");
        page = await EndAsync(senco, await senco.PressAsync(page.FormWith("Keep the review"), $"Keep the review: {entry.Issue}", Answers(entry)));
        Assert.Contains("later for the team alone", page.Text, StringComparison.Ordinal);

        page = await senco.GetAsync($"/entries/{entry.Id}/correct");
        await senco.SubmitAsync(page.Form(), ("Form.Visibility", "SendTeam"), ("Form.Reason", "it names another child"));

        await using var db = Host.OpenDb();
        Assert.Equal(Visibility.SendTeam, (await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel)).Visibility);
        Assert.DoesNotContain("later for the team alone", (await senco.GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("later for the team alone", (await senco.GetAsync($"/meetings/{meeting.Id}/follow-up")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_is_reviewed_and_the_meeting_goes_on()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var meeting = await RunningAsync(World.Leo);
        var senco = As(World.Senco);

        var page = await senco.GetAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).LinkTo("Review the plan"));
        page = await senco.PressAsync(
            page.Form(), "Keep the review", ("Form.Outcomes[0].Achieved", "Yes"), ("Form.Outcomes[0].Evidence", "On time 18 days of 20"),
            ("Form.Provisions[0].Helped", "Partly"), ("Form.ChildView", "I like the gate"), ("Form.HeldOn", "today"), ("Form.NextOn", "in six weeks"));

        Assert.Equal($"/meetings/{meeting.Id}/run", page.Url);
        page = await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/review?returnTo=//elsewhere.example/");
        Assert.DoesNotContain("elsewhere.example", page.Html, StringComparison.Ordinal);
    }

    private static string Name(LogEntry entry, string field) => $"Beside.Reviews[{entry.Id}].{field}";

    private static async Task<TestPage> EndAsync(TestClient visitor, TestPage page)
    {
        var here = page.FormWith("Keep who is here");
        page = await visitor.PressAsync(here, "Keep who is here", [.. here.Elements.Select(e => e.GetAttribute("name")).OfType<string>()
            .Where(n => n.StartsWith("Here.Each[", StringComparison.Ordinal)).Distinct().Select(n => (n, (string?)"Attended"))]);
        return await visitor.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record", ("Notes.Issue", "How it goes"));
    }

    private async Task<Meeting> RunningAsync(TestPupil pupil)
    {
        var meeting = await World.AddMeetingAsync(pupil);
        var senco = As(World.Senco);
        await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");
        return meeting;
    }
}
