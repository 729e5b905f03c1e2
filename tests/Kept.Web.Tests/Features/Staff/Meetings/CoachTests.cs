using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>What a line is read as while it is being typed in a meeting.</summary>
public sealed class CoachTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_line_is_read_with_its_owner_and_its_day()
    {
        var meeting = await World.AddMeetingAsync(World.Leo);

        var fragment = await As(World.Senco).PostAsync($"/meetings/{meeting.Id}/coach", ("Line.Text", "class teacher will ring home by Friday"));

        Assert.Contains("Mr Tom Ellis", fragment.Html, StringComparison.Ordinal);
        Assert.Contains("Fri 8 May", fragment.Html, StringComparison.Ordinal);
        Assert.False(fragment.IsWholePage);
    }
}
