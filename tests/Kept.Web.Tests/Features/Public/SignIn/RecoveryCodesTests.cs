using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class RecoveryCodesTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Recovery_codes_are_shown_once()
    {
        var visitor = SignedOut();
        await visitor.SetUpAppAsync(Clock, World.PastoralLead.Email);

        var page = await visitor.GetAsync("/sign-in/recovery-codes");

        Assert.Equal("/today", page.Url);
    }
}
