using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>The tab of a pupil's meetings.</summary>
public sealed class OfPupilTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_pupils_own_meetings_and_nobody_elses()
    {
        await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(4), about: "about Leo");
        await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(4), about: "about Zainab");

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/meetings");

        Assert.Contains("about Leo", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("about Zainab", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/meetings/book?pupil={World.Leo.Id}", page.LinkTo("Book a meeting"));
    }
}
