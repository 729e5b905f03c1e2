using Kept.Web.Components;
using Microsoft.AspNetCore.Http;

namespace Kept.Web.Tests.Components;

public sealed class PagerTests
{
    [Fact]
    public async Task It_is_the_pagination_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(new PagerTagHelper { Page = 2, Pages = 3 });

        Fixtures.AssertSame("pagination", "default", html, "href");
    }

    [Fact]
    public async Task Many_pages_are_bounded()
    {
        var html = await new Rendering().HtmlAsync(new PagerTagHelper { Page = 50, Pages = 100 });

        Assert.Equal(5, html.Split("aria-label=\"Page ").Length - 1);
        Assert.Equal(2, html.Split("⋯").Length + html.Split("&#x22EF;").Length - 2);
    }

    [Fact]
    public async Task The_rest_of_the_address_is_kept()
    {
        var rendering = new Rendering();
        rendering.View.HttpContext.Request.QueryString = new QueryString("?owner=a%26b&after=old");

        var html = await rendering.HtmlAsync(new PagerTagHelper { After = "new" });

        Assert.Contains("href=\"?owner=a%26b&amp;after=new\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_page_needs_no_pager() =>
        Assert.Equal("", await new Rendering().HtmlAsync(new PagerTagHelper()));
}
