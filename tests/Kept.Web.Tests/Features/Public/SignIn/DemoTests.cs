using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class DemoTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Fact]
    public async Task One_click_makes_a_visitor_of_the_demonstration_somebody()
    {
        var visitor = host.SignedOut();
        var page = await visitor.GetAsync("/");
        Assert.Equal("/demo/sign-in", page.Url);

        page = await visitor.PressAsync(page.FormWith("Mrs Amina Khan SENCO"), "Mrs Amina Khan SENCO");

        Assert.Equal("/today", page.Url);
    }

    [Fact]
    public async Task The_demonstration_asks_for_no_password_before_a_change_of_account()
    {
        var visitor = host.As(host.World.Senco);
        host.Clock.Pass(NodaTime.Duration.FromMinutes(20));
        var page = await visitor.GetAsync("/account/recovery-codes");

        page = await visitor.SubmitAsync(page.Form("form[action='/account/confirm?handler=Demo']"));

        Assert.Equal("/account/recovery-codes", page.Url);
    }
}
