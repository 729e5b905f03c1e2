using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class SecondFactorTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_password_alone_opens_only_the_page_that_asks_for_a_second_factor()
    {
        var visitor = SignedOut();

        var page = await visitor.PasswordAsync(World.Office.Email);
        var today = await visitor.GetAsync("/today");

        Assert.Equal("/sign-in/second-factor", page.Url);
        Assert.Equal("Sign in", today.Heading);
    }

    [Fact]
    public async Task A_second_factor_once_set_up_cannot_be_replaced_with_the_password()
    {
        await SignedOut().SetUpAppAsync(Clock, World.Dsl.Email);
        var thief = SignedOut();
        await thief.PasswordAsync(World.Dsl.Email);

        var page = await thief.GetAsync("/sign-in/second-factor");

        Assert.Equal("/sign-in", page.Url);
    }
}
