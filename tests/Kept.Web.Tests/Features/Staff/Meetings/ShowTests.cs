using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>One meeting: its agenda, who is asked, what is heard before, and the statutory dates of an annual review.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_agenda_is_computed_from_the_open_log()
    {
        await World.AddActionAsync(World.Leo, "Late thing", due: World.Today.PlusDays(-2), agreedOn: World.Today.PlusDays(-9));
        var done = await World.AddActionAsync(World.Leo, "Done thing");
        await World.ChangeAsync(done, a => a.MarkDone("better", null, World.Today, Clock.Now));
        await World.AddEntryAsync(World.Leo, "Reviewed soon", reviewOn: World.Today.PlusDays(10));
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3));

        var text = (await As(World.Teacher).GetAsync($"/meetings/{meeting.Id}")).Text;

        Assert.Contains("Late 1 Late thing", text, StringComparison.Ordinal);
        Assert.Contains("Done since 1 Done thing", text, StringComparison.Ordinal);
        Assert.Contains("Coming for review 1 Reviewed soon", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_and_contributions_are_added_and_people_asked_and_taken_off()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}")).FormWith("Add it"), "Add it", ("Form.Point", "The school trip"));
        page = await senco.PressAsync(page.FormWith("Keep it"), "Keep it", ("Form.From", "child"), ("Form.Words", "I like the quiet room"));
        Assert.NotNull(page.Document.GetElementById("Form_How-error"));
        page = await senco.PressAsync(page.FormWith("Keep it"), "Keep it", ("Form.How", "In a talk, with pictures"));
        page = await senco.PressAsync(page.FormWith("Invite"), "Invite", ("Form.Guest", World.LeosFather.Id.ToString()));
        page = await senco.PressAsync(page.FormWith("Apologies from Mr Craig Bennett"), "Apologies from Mr Craig Bennett");
        page = await senco.PressAsync(page.FormWith("Take off Ms Laura Bennett"), "Take off Ms Laura Bennett");

        Assert.Contains("The school trip", page.Text, StringComparison.Ordinal);
        Assert.Contains("I like the quiet room Leo Bennett, 5 May: In a talk, with pictures", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mr Craig Bennettfamily Sent apologies", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        string[] expected = ["agenda-point-added", "attendance-taken", "contribution-received", "meeting-changed"];
        Assert.Equal(expected, await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && expected.Contains(l.Kind)).Select(l => l.Kind).Distinct().OrderBy(k => k).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_safeguarding_meeting_is_not_there_for_anybody_but_the_leads()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, MeetingKind.Concern, visibility: Visibility.Safeguarding, about: "only for the leads");
        foreach (var person in new[] { World.Senco, World.Head, World.Teacher, World.Office })
        {
            var visitor = As(person);
            foreach (var url in (string[])[$"/meetings/{meeting.Id}", $"/meetings/{meeting.Id}/run", $"/meetings/{meeting.Id}/change", $"/meetings/{meeting.Id}/follow-up"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url)).Status);
            }

            foreach (var url in (string[])["/meetings", "/meetings?show=past", $"/pupils/{World.Leo.Id}/meetings"])
            {
                Assert.DoesNotContain("only for the leads", (await visitor.GetAsync(url)).Text, StringComparison.Ordinal);
            }
        }

        Assert.Contains("only for the leads", (await As(World.Dsl).GetAsync("/meetings")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await As(World.DeputyDsl).GetAsync($"/meetings/{meeting.Id}")).Status);
    }

    [Fact]
    public async Task An_annual_review_shows_its_dates_and_what_was_done()
    {
        var meeting = await World.AddMeetingAsync(World.Zainab, MeetingKind.AnnualReview, on: World.Today.PlusDays(10));
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("Invite everybody by 1 May 4 days late", page.Text, StringComparison.Ordinal);

        page = await senco.PressAsync(page.Form("form[action*='handler=step']"), "Keep it", ("Form.Step", nameof(ReviewStepKind.Invited)), ("Form.Day", "yesterday"), ("Form.Note", "by letter"));

        Assert.Contains("Invite everybody by 1 May 4 May, late", page.Text, StringComparison.Ordinal);
        Assert.Contains("4 May: Everybody invited: by letter", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Called_off_it_says_who_and_why()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3));
        var senco = As(World.Senco);

        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}")).FormWith("Call it off"), "Call it off", ("Form.By", nameof(CalledOffBy.Family)), ("Form.Why", "she is ill"));

        Assert.Contains("The family called it off: she is ill", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_of_those_asked_stand_beside_the_list()
    {
        var meeting = await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(3), guests: World.ZainabsMother);

        Assert.Contains("To arrange. Mrs Fatima Ali: Urdu, interpreter needed", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_to_arrange_for_a_meeting_that_will_not_be()
    {
        var meeting = await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(3), guests: World.ZainabsMother);
        var senco = As(World.Senco);

        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}")).FormWith("Call it off"), "Call it off", ("Form.By", nameof(CalledOffBy.School)), ("Form.Why", "snow"));

        Assert.Contains("called it off: snow", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("To arrange", page.Text, StringComparison.Ordinal);
    }
}
