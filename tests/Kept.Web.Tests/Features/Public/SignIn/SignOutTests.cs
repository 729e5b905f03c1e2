using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class SignOutTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Signing_out_ends_the_visit()
    {
        var visitor = SignedOut();
        await visitor.SetUpAppAsync(Clock, World.TrustLead.Email);
        var page = await visitor.GetAsync("/today");

        await visitor.SubmitAsync(page.Form("form[action='/sign-out']"));

        Assert.Equal("Sign in", (await visitor.GetAsync("/today")).Heading);
    }
}
