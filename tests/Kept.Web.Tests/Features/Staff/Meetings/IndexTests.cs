using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>What is coming, what was, and the three-a-year board.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Coming_past_and_forgotten_stand_apart()
    {
        await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(4), about: "still to come");
        await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(-4), about: "gone by");

        var coming = await As(World.Senco).GetAsync("/meetings");
        Assert.Contains("Did these happen? 1", coming.Text, StringComparison.Ordinal);
        Assert.Contains("still to come", coming.Text, StringComparison.Ordinal);
        var past = await As(World.Senco).GetAsync("/meetings?show=past");
        Assert.DoesNotContain("still to come", past.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gone by", past.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_counts_offered_and_held_apart_and_nothing_of_a_safeguarding_meeting()
    {
        await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(5), guests: World.LeosMother);
        var calledOff = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(6), guests: World.LeosMother);
        await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(7));
        await World.AddMeetingAsync(World.Leo, MeetingKind.Concern, on: World.Today.PlusDays(8), visibility: Visibility.Safeguarding, guests: World.LeosMother);
        var senco = As(World.Senco);
        await senco.PressAsync((await senco.GetAsync($"/meetings/{calledOff.Id}")).FormWith("Call it off"), "Call it off", ("Form.By", nameof(CalledOffBy.School)), ("Form.Why", "snow"));

        var page = await senco.GetAsync("/meetings?show=board");

        Assert.Equal(["Leo Bennett"], page.Texts("tbody th").Select(n => string.Join(' ', n.Split(", ").Reverse())));
        Assert.Equal(["5E", "None", "None", "0 held, 1 offered", "0 of 3", "Sun 10 May"], page.Texts("tbody td"));
        Assert.Contains("0 held, 2 offered", (await As(World.Dsl).GetAsync("/meetings?show=board")).Text, StringComparison.Ordinal);
        Assert.Empty((await As(World.FormTutor).GetAsync("/meetings?show=board")).Texts("tbody th"));
    }
}
