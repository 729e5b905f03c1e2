using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.Problem;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_address_that_is_not_there_says_so()
    {
        var page = await As(World.Teacher).GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Page not found", page.Heading);
    }

    [Fact]
    public async Task Nobody_signed_out_learns_which_addresses_there_are() =>
        Assert.Equal("Sign in", (await SignedOut().GetAsync("/no-such-page")).Heading);

    [Fact]
    public async Task A_role_that_does_not_open_a_page_is_told_so_at_its_own_address()
    {
        var page = await As(World.Teacher).GetAsync("/settings");

        Assert.Equal((HttpStatusCode.Forbidden, "/settings"), (page.Status, page.Url));
        Assert.Equal("Your role does not open this page", page.Heading);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_sentence()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, "/account?handler=SignOutEverywhere")) { Content = new FormUrlEncodedContent([]) };

        var answer = await As(World.Teacher).SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Something in that was not right", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reference_is_made_up_for_a_fault_that_did_not_happen() =>
        Assert.DoesNotContain("reference", (await SignedOut().GetAsync("/problem/500")).Text, StringComparison.Ordinal);
}
