using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class ErrorSummaryTests
{
    [Fact]
    public async Task It_is_the_summary_that_govuk_frontend_ships()
    {
        var html = await new Rendering().WithError("example-error-1", "The date your passport was issued must be in the past")
            .WithError("example-error-2", "Enter a postcode, like AA1 1AA").HtmlAsync(new ErrorSummaryTagHelper());

        Fixtures.AssertSame("error-summary", "default", html);
    }

    [Fact]
    public async Task It_follows_the_form_from_top_to_bottom()
    {
        var html = await new Rendering(new Page()).WithError("Form.Agreed", "second").WithError("Form.Zebra", "first").WithError("", "before all")
            .HtmlAsync(new ErrorSummaryTagHelper());

        Assert.Equal(["before all", "first", "second"], new[] { "before all", "first", "second" }.OrderBy(text => html.IndexOf(text, StringComparison.Ordinal)));
        Assert.Contains("href=\"#Form_Zebra\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_there_when_nothing_is_wrong() =>
        Assert.Equal("", await new Rendering().HtmlAsync(new ErrorSummaryTagHelper()));

    [Fact]
    public async Task It_is_written_once()
    {
        var rendering = new Rendering().WithError("A", "wrong");

        await rendering.HtmlAsync(new ErrorSummaryTagHelper());

        Assert.Equal("", await rendering.HtmlAsync(new ErrorSummaryTagHelper()));
    }

    private sealed class Page
    {
        public Form Form { get; } = new();
    }

    private sealed class Form
    {
        public string? Zebra { get; set; }

        public string? Agreed { get; set; }
    }
}
