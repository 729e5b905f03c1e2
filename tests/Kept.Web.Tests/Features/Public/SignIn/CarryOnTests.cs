using System.Net;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class CarryOnTests(KeptHost host) : PageTest(host)
{
    private const string Typed = "morning anxiety and late arrival — “he won't get out of the car”";

    [Fact]
    public async Task What_was_typed_survives_signing_in_again()
    {
        var (visitor, key) = await SignedInAsync(World.Senco);
        var form = (await visitor.GetAsync("/log")).Form("main form[action='/log'], main form[method=post]:not([action])");
        Clock.Pass(Duration.FromHours(5));

        var cutOff = await visitor.SubmitAsync(form, ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", Typed));
        Assert.Equal(HttpStatusCode.Unauthorized, cutOff.Status);
        Assert.Contains("nothing that you typed is lost", cutOff.Text, StringComparison.Ordinal);
        var page = await visitor.SubmitAsync(cutOff.Form("form[action='/sign-in']"), ("Form.Email", World.Senco.Email), ("Form.Password", SmallWorld.Password));
        page = await visitor.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", SigningIn.CodeNow(key, Clock)));

        Assert.Equal("You were signed out. Here is what you typed", page.Heading);
        Assert.Contains(Typed, page.Text, StringComparison.Ordinal);

        page = await visitor.PressAsync(page.FormWith("Send it now"), "Send it now");
        Assert.Contains(Typed, page.Html.Replace("&#x27;", "'", StringComparison.Ordinal).Replace("&#x2014;", "—", StringComparison.Ordinal)
            .Replace("&#x201C;", "“", StringComparison.Ordinal).Replace("&#x201D;", "”", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_on_the_way_loses_nothing_either()
    {
        var (visitor, _) = await SignedInAsync(World.SendLead);
        var form = (await visitor.GetAsync("/log")).Form("main form[action='/log'], main form[method=post]:not([action])");
        Clock.Pass(Duration.FromHours(5));
        var cutOff = await visitor.SubmitAsync(form, ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", Typed));

        var page = await visitor.SubmitAsync(cutOff.Form("form[action='/sign-in']"), ("Form.Email", World.SendLead.Email), ("Form.Password", "not the password"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.QuerySelector("form[action='/sign-in'] input[name=Carried]"));
    }

    [Fact]
    public async Task Nobody_else_is_shown_what_somebody_had_typed()
    {
        var (visitor, _) = await SignedInAsync(World.Head);
        var form = (await visitor.GetAsync("/log")).Form("main form[action='/log'], main form[method=post]:not([action])");
        Clock.Pass(Duration.FromHours(5));
        var cutOff = await visitor.SubmitAsync(form, ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", Typed));

        var page = await visitor.SubmitAsync(cutOff.Form("form[action='/sign-in']"), ("Form.Email", World.Teacher.Email), ("Form.Password", SmallWorld.Password));
        var (_, codes) = await visitor.SetUpAppAsync(Clock, page);
        page = await visitor.SubmitAsync(codes.FormWith("I have kept them: go on"));

        Assert.Equal("What you typed cannot be shown", page.Heading);
        Assert.DoesNotContain("anxiety", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_carried()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, "/log"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Issue", "words put into somebody’s mouth")])
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await SignedOut().SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_very_long_is_not_carried()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, "/log"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Issue", new string('a', 70_000))])
        };

        var answer = await SignedOut().SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_script_is_told_that_its_person_is_signed_out()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, "/log"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Issue", Typed)])
        };
        request.Headers.Add("X-Requested-With", "fetch");

        var answer = await SignedOut().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("Carried", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_carried_for_half_an_hour_is_gone()
    {
        var (visitor, key) = await SignedInAsync(World.Dsl);
        var form = (await visitor.GetAsync("/log")).Form("main form[action='/log'], main form[method=post]:not([action])");
        Clock.Pass(Duration.FromHours(5));
        var cutOff = await visitor.SubmitAsync(form, ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", Typed));
        Clock.Pass(Duration.FromMinutes(31));

        var page = await visitor.SubmitAsync(cutOff.Form("form[action='/sign-in']"), ("Form.Email", World.Dsl.Email), ("Form.Password", SmallWorld.Password));
        page = await visitor.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", SigningIn.CodeNow(key, Clock)));

        Assert.Equal("What you typed cannot be shown", page.Heading);
    }

    private async Task<(TestClient Visitor, string Key)> SignedInAsync(TestPerson person)
    {
        var visitor = SignedOut();
        var (key, _) = await visitor.SetUpAppAsync(Clock, person.Email);
        return (visitor, key);
    }
}
