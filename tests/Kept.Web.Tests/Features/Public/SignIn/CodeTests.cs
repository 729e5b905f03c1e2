using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class CodeTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_same_code_works_once()
    {
        var (key, _) = await SignedOut().SetUpAppAsync(Clock, World.Teacher.Email);
        var code = SigningIn.CodeNow(key, Clock);
        var onlooker = SignedOut();
        var page = await onlooker.PasswordAsync(World.Teacher.Email);

        var refused = await onlooker.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", code));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["That code is not right, or was used already. Type the code that the app shows now"], refused.Errors);
    }

    [Fact]
    public async Task Wrong_codes_count_as_wrong_passwords_do()
    {
        await SignedOut().SetUpAppAsync(Clock, World.SendLead.Email);
        var thief = SignedOut();
        var page = await thief.PasswordAsync(World.SendLead.Email);
        for (var i = 0; i < 5; i++)
        {
            page = await thief.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", "000000"));
        }

        var password = await thief.PasswordAsync(World.SendLead.Email);

        Assert.Equal(["Too many tries. Wait 15 minutes, then sign in again"], page.Errors);
        Assert.Contains("Too many tries", password.Errors.Single(), StringComparison.Ordinal);
    }
}
