using System.Net;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class PasswordTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_new_password_signs_out_everywhere_else()
    {
        var (here, elsewhere) = (SignedOut(), SignedOut());
        var (key, _) = await here.SetUpAppAsync(Clock, World.Teacher.Email);
        Clock.Pass(Duration.FromMinutes(20));
        var code = await elsewhere.PasswordAsync(World.Teacher.Email);
        await elsewhere.SubmitAsync(code.Form("form[action='/sign-in/code']"), ("Code", SigningIn.CodeNow(key, Clock)));

        var page = await here.GetAsync("/account/password");
        page = await here.SubmitAsync(page.Form("form[action='/account/confirm']"), ("Password", "wrong password"));
        Assert.Equal(["That is not your password"], page.Errors);
        page = await here.SubmitAsync(page.Form("form[action='/account/confirm']"), ("Password", SmallWorld.Password));
        page = await here.SubmitAsync(page.Form(), ("New", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await here.SubmitAsync(page.Form(), ("New", "tractor velvet noon"));

        Assert.Equal("/account", page.Url);
        Assert.Equal("Sign in", (await elsewhere.GetAsync("/today")).Heading);
        Assert.Equal(["The email address or the password is not right"], (await SignedOut().PasswordAsync(World.Teacher.Email)).Errors);
        Assert.Equal("/sign-in/code", (await SignedOut().PasswordAsync(World.Teacher.Email, "tractor velvet noon")).Url);
    }
}
