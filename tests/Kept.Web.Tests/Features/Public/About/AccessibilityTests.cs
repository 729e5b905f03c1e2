using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.About;

public sealed class AccessibilityTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Anybody_may_read_what_is_accessible_and_what_is_not_yet() =>
        Assert.Contains("What we know is not right yet", (await SignedOut().GetAsync("/accessibility")).Text, StringComparison.Ordinal);
}
