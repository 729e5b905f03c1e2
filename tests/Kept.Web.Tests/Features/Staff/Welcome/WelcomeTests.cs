using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Welcome;

public sealed class WelcomeTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Whoever_runs_the_school_is_shown_what_to_do_first()
    {
        var page = await As(World.Senco).GetAsync("/welcome");

        Assert.Equal("/settings/calendar", page.LinkTo("Put in the terms and INSET days"));
        Assert.Equal("/import", page.LinkTo("Import the pupils and the staff"));
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync("/welcome")).Status);
    }
}
