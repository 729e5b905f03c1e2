using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.Home;

public sealed class HomeTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_bare_address_leads_to_today_or_to_signing_in()
    {
        Assert.Equal("/sign-in", (await SignedOut().GetAsync("/")).Url);
        Assert.Equal("/today", (await As(World.Senco).GetAsync("/")).Url);
    }
}
