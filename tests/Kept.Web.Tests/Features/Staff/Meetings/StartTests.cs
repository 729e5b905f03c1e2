using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>A press on “Start” is taken back, and until a meeting has been held the family reads the day that it was planned for.</summary>
public sealed class StartTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Before_its_day_it_is_asked_and_a_start_by_mistake_is_taken_back()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(7), guests: World.LeosMother);
        var run = $"/meetings/{meeting.Id}/run";
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(run)).FormWith("Start the meeting"), "Start the meeting");
        Assert.Contains("planned for Tuesday 12 May. Start it now?", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await senco.PressAsync(page.FormWith("Start it today"), "Start it today");
        Assert.Contains("planned for 12 May", page.Text, StringComparison.Ordinal);
        var family = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync("/family");
        Assert.Contains("12 May", family.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5 May", family.Text, StringComparison.Ordinal);

        page = await senco.PressAsync(page.FormWith("Keep the notes"), "Not started after all", ("Notes.Said", "Nothing was said yet"));
        Assert.Contains("Planned for Tue 12 May", page.Text, StringComparison.Ordinal);
        page = await senco.PressAsync(page.FormWith("Start the meeting"), "Start the meeting");
        page = await senco.PressAsync(page.FormWith("Start it today"), "Start it today");
        Assert.Contains("Nothing was said yet", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_twice_it_is_planned_and_one_that_is_over_stays_over()
    {
        var meeting = await World.AddMeetingAsync(World.Leo);
        var run = $"/meetings/{meeting.Id}/run";
        var senco = As(World.Senco);
        var running = await senco.PressAsync((await senco.GetAsync(run)).FormWith("Start the meeting"), "Start the meeting");
        await senco.PressAsync(running.FormWith("Keep the notes"), "Not started after all");

        var again = await senco.PressAsync(running.FormWith("Keep the notes"), "Not started after all");

        Assert.NotNull(again.FormWith("Start the meeting"));
        var elsewhere = await senco.PressAsync(running.FormWith("Keep the notes"), "Keep the notes", ("Notes.Said", "Words from another tab"));
        Assert.Contains("What you typed is held", Assert.Single(elsewhere.Errors), StringComparison.Ordinal);
        var restarted = await senco.PressAsync(elsewhere.FormWith("Start the meeting"), "Start the meeting");
        Assert.Contains("Words from another tab", restarted.Html, StringComparison.Ordinal);
        await senco.PressAsync(restarted.FormWith("Keep the notes"), "Not started after all");
        await World.ChangeMeetingAsync(meeting, m => m.Cancel(Domain.Meetings.CalledOffBy.School, "The bus broke down"));
        var over = await senco.PressAsync(running.FormWith("Keep the notes"), "Not started after all", ("Notes.Said", "Words too late"));
        Assert.Contains("This meeting was called off meanwhile", over.Text, StringComparison.Ordinal);
        Assert.Contains("Words too late", over.Text, StringComparison.Ordinal);
    }
}
