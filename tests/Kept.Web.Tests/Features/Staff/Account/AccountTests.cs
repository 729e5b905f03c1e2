using System.Net;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class AccountTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_page_says_who_one_is()
    {
        var page = await As(World.Senco).GetAsync("/account");

        Assert.Contains("Mrs Amina Khan", page.Text, StringComparison.Ordinal);
        Assert.Contains("SENCO", page.Text, StringComparison.Ordinal);
        Assert.Contains("amina.khan@hillview.example", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/authenticator")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/passkeys/remove?id=AAAA")]
    public async Task An_open_computer_is_not_enough_to_change_how_somebody_signs_in(string address)
    {
        var visitor = As(World.Office);
        Clock.Pass(Duration.FromMinutes(16));

        var page = await visitor.GetAsync(address);

        Assert.StartsWith("/account/confirm", page.Url, StringComparison.Ordinal);
    }

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

    [Fact]
    public async Task Signing_out_everywhere_takes_effect_at_once_and_not_here()
    {
        var (here, elsewhere) = (As(World.PastoralLead), As(World.PastoralLead));
        var page = await here.GetAsync("/account");

        await here.SubmitAsync(page.Form("form[action='/account?handler=SignOutEverywhere']"));

        Assert.Equal("/account", (await here.GetAsync("/account")).Url);
        Assert.Equal("Sign in", (await elsewhere.GetAsync("/account")).Heading);
    }

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

    [Fact]
    public async Task New_recovery_codes_end_the_old()
    {
        var visitor = SignedOut();
        var (_, first) = await visitor.SetUpAppAsync(Clock, World.Dsl.Email);
        var page = await visitor.GetAsync("/account/recovery-codes");

        page = await visitor.SubmitAsync(page.Form());

        Assert.Equal(10, page.Texts(".codes code").Count);
        Assert.Empty(page.Texts(".codes code").Intersect(first.Texts(".codes code")));
        Assert.Contains("10 left", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    private async Task<TestPage> WithCodeAsync(TestPerson person, string code)
    {
        var visitor = SignedOut();
        var page = await visitor.PasswordAsync(person.Email);
        return await visitor.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", code));
    }
}
