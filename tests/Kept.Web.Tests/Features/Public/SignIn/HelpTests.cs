using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class HelpTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Whoever_cannot_sign_in_is_told_what_to_do()
    {
        var page = await SignedOut().GetAsync((await SignedOut().GetAsync("/sign-in")).LinkTo("I cannot sign in"));

        Assert.Contains("Use a recovery code", page.Text, StringComparison.Ordinal);
        Assert.Contains("invite you again", page.Text, StringComparison.Ordinal);
    }
}
