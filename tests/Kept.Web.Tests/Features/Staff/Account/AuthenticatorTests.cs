using System.Net;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class AuthenticatorTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_new_phone_takes_the_place_of_the_old()
    {
        var visitor = SignedOut();
        var (old, _) = await visitor.SetUpAppAsync(Clock, World.Head.Email);
        var page = await visitor.GetAsync("/account/authenticator");
        var key = page.Document.QuerySelector(".authenticator .key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        page = await visitor.SubmitAsync(page.Form(), ("Code", "123 456"));
        Assert.Equal(key, page.Document.QuerySelector(".authenticator .key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        page = await visitor.SubmitAsync(page.Form(), ("Code", SigningIn.CodeNow(key, Clock)));
        Assert.Equal("/account", page.Url);

        Clock.Pass(Duration.FromMinutes(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await WithCodeAsync(World.Head, SigningIn.CodeNow(old, Clock))).Status);
        Assert.Equal("/today", (await WithCodeAsync(World.Head, SigningIn.CodeNow(key, Clock))).Url);
    }

    private async Task<TestPage> WithCodeAsync(TestPerson person, string code)
    {
        var visitor = SignedOut();
        var page = await visitor.PasswordAsync(person.Email);
        return await visitor.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", code));
    }
}
