using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.About;

public sealed class AboutTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Anybody_may_read_what_Kept_is() => Assert.Equal("About Kept", (await SignedOut().GetAsync("/about")).Heading);
}
