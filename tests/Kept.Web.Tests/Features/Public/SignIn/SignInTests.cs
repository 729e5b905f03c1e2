using System.Net;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class SignInTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task With_password_and_authenticator_somebody_comes_to_where_they_were_going()
    {
        var visitor = SignedOut();
        var (key, codes) = await visitor.SetUpAppAsync(Clock, World.Senco.Email);
        Assert.Equal(10, codes.Texts(".codes code").Distinct().Count());
        Assert.Equal("Today", (await visitor.GetAsync("/today")).Title.Split(" - ")[0]);

        Clock.Pass(Duration.FromMinutes(1));
        var again = SignedOut();
        var code = await again.PasswordAsync(World.Senco.Email, returnUrl: "?returnUrl=%2Faccount");
        var page = await again.SubmitAsync(code.Form("form[action='/sign-in/code']"), ("Code", SigningIn.CodeNow(key, Clock)));

        Assert.Equal("/account", page.Url);
        Assert.Contains("Mrs Amina Khan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while_and_say_so()
    {
        var visitor = SignedOut();
        TestPage page = null!;
        for (var i = 0; i < 5; i++)
        {
            page = await visitor.PasswordAsync(World.FormTutor.Email, "not the password");
        }

        var right = await visitor.PasswordAsync(World.FormTutor.Email);

        Assert.Equal(["Too many tries. Wait 15 minutes, then try again; a passkey works meanwhile"], page.Errors);
        Assert.Equal(page.Errors, right.Errors);
    }

    [Fact]
    public async Task Nobody_learns_from_the_answers_who_has_an_account()
    {
        var (known, unknown) = (SignedOut(), SignedOut());
        for (var i = 0; i < 5; i++)
        {
            var one = await known.PasswordAsync(World.Assistant.Email, "not the password");
            var other = await unknown.PasswordAsync("nobody.at.all@hillview.example", "not the password");

            Assert.Equal(one.Errors, other.Errors);
            Assert.Equal(one.Status, other.Status);
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        var visitor = As(World.Senco);
        visitor.FollowsRedirects = false;

        var page = await visitor.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(elsewhere)}");

        Assert.Equal("/today", page.RedirectsTo);
    }

    [Fact]
    public async Task One_click_sign_in_is_not_there_outside_the_demonstration()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().GetAsync("/demo/sign-in")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().PostAsync("/demo/sign-in", ("personId", World.Senco.Id.ToString()))).Status);
    }

    [Fact]
    public async Task A_visit_ends_after_ten_hours_however_busy_it_was()
    {
        var busy = SignedOut();
        await busy.SetUpAppAsync(Clock, World.Governor.Email);
        for (var hour = 1; hour < 10; hour++)
        {
            Clock.Pass(Duration.FromHours(1));
            Assert.Equal("Today", (await busy.GetAsync("/today")).Title.Split(" - ")[0]);
        }

        Clock.Pass(Duration.FromHours(1) + Duration.FromMinutes(1));

        Assert.Equal("Sign in", (await busy.GetAsync("/today")).Heading);
    }

    [Fact]
    public async Task Cookies_over_https_are_secure_and_out_of_reach_of_scripts()
    {
        var visitor = SignedOut();
        var page = await visitor.PasswordAsync(World.DeputyDsl.Email);
        visitor.FollowsRedirects = false;
        var key = page.Document.QuerySelector(".authenticator .key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        var entered = await visitor.SubmitAsync(page.Form("form[action='/sign-in/second-factor']"), ("Code", SigningIn.CodeNow(key, Clock)));

        var cookies = entered.Answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("kept=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }
}
