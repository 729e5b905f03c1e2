using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class TextareaTests
{
    [Fact]
    public async Task It_is_the_textarea_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(
            new TextareaTagHelper { For = Rendering.Field("more-detail", ""), Label = "Can you provide more detail?", Rows = 5 });

        Fixtures.AssertSame("textarea", "default", html);
    }

    [Fact]
    public async Task An_error_stands_over_it()
    {
        var html = await new Rendering().WithError("no-ni-reason", "You must provide an explanation").HtmlAsync(
            new TextareaTagHelper { For = Rendering.Field("no-ni-reason", ""), Label = "Why can’t you provide a National Insurance number?", Rows = 5 });

        Fixtures.AssertSame("textarea", "with error message", html);
    }

    [Fact]
    public async Task A_first_empty_line_survives_the_browser()
    {
        var html = await new Rendering().HtmlAsync(new TextareaTagHelper { For = Rendering.Field("Note", "\nSecond line") });

        Assert.Contains(">&#xA;&#xA;Second line<", html, StringComparison.Ordinal);
    }
}
