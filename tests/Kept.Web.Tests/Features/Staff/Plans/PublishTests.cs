using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Plans;

/// <summary>Publishing shows what changes, and publishes what was read and nothing else.</summary>
public sealed class PublishTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_change_is_read_as_a_difference_and_then_published_with_its_cause()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Asks for a quieter start");
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var senco = As(World.Senco);

        var page = await senco.GetAsync($"/pupils/{World.Leo.Id}/plan?because=entry:{entry.Id}");
        page = await senco.GetAsync(page.LinkTo("Change it"));
        page = await senco.PressAsync(page.FormWith("Save the draft"), "Check it and publish",
            ("Form.Matters", "His dog"), ("Form.ReviewOn", "19 June"), ("Form.Reason", "He likes it quiet"));
        Assert.Contains("knowing what comes next", page.Texts(".diff del")[0], StringComparison.Ordinal);
        page = await senco.SubmitAsync(page.FormWith("Publish version 2"));

        Assert.EndsWith("/versions/2", page.Url, StringComparison.Ordinal);
        Assert.Contains("Asks for a quieter start", page.Text, StringComparison.Ordinal);
        Assert.Contains("Changed the plan: SEN support plan, version 2", (await senco.GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.False(await db.PlanDrafts.AnyAsync(d => d.PlanId == plan.Id, Cancel));
    }

    [Fact]
    public async Task A_meeting_is_named_as_what_led_to_a_change()
    {
        var meeting = await World.AddMeetingAsync(World.Zainab);
        await World.ChangeMeetingAsync(meeting, m => m.Start(Clock.Now.InZone(Domain.Schools.School.Zone).LocalDateTime));
        await World.AddPlanAsync(World.Zainab, PlanKind.Individual);
        var senco = As(World.Senco);

        var page = await senco.GetAsync($"/pupils/{World.Zainab.Id}/plan?because=meeting:{meeting.Id}");
        page = await senco.GetAsync(page.LinkTo("Change it"));
        page = await senco.PressAsync(page.FormWith("Save the draft"), "Check it and publish", ("Form.Matters", "Her cat"), ("Form.ReviewOn", "19 June"), ("Form.Reason", "Agreed in the meeting"));
        page = await senco.SubmitAsync(page.FormWith("Publish version 2"));

        Assert.Equal($"/meetings/{meeting.Id}", page.LinkTo("SEN support meeting"));
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_read_is_read_again_first()
    {
        var (plan, _) = await World.AddPlanAsync(World.Zainab);
        var (senco, lead, url) = (As(World.Senco), As(World.SendLead), $"/pupils/{World.Zainab.Id}/plan/{plan.Id}/edit");
        var page = await senco.PressAsync((await senco.GetAsync(url)).FormWith("Save the draft"), "Check it and publish",
            ("Form.Matters", "Drawing"), ("Form.ReviewOn", "19 June"), ("Form.Reason", "She said so"));
        await lead.PressAsync((await lead.GetAsync(url)).FormWith("Save the draft"), "Save the draft", ("Form.Matters", "Drawing and cats"));

        page = await senco.SubmitAsync(page.FormWith("Publish version 2"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Drawing and cats", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("/versions/2", (await senco.SubmitAsync(page.FormWith("Publish version 2"))).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_safeguarding_entry_cannot_be_named_even_by_those_who_may_see_it()
    {
        var concern = await World.AddEntryAsync(World.Noah, "a concern", Visibility.Safeguarding);
        var (plan, _) = await World.AddPlanAsync(World.Noah);

        var page = await As(World.Dsl).GetAsync($"/pupils/{World.Noah.Id}/plan/{plan.Id}/edit?because=entry:{concern.Id}");

        Assert.DoesNotContain(concern.Id.ToString(), page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Change the plan", (await As(World.Dsl).GetAsync($"/entries/{concern.Id}")).Text, StringComparison.Ordinal);
    }
}
