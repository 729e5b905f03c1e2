using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class ButtonTests
{
    [Fact]
    public async Task It_is_the_button_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(new ButtonTagHelper(), "Submit");

        Fixtures.AssertSame("button", "prevent double click", html);
    }

    [Theory]
    [InlineData(ButtonKind.Second, "secondary", "Secondary button")]
    [InlineData(ButtonKind.Warning, "warning", "Warning button")]
    public async Task Each_kind_has_its_class(ButtonKind kind, string fixture, string text)
    {
        var html = await new Rendering().HtmlAsync(new ButtonTagHelper { Kind = kind }, text);

        Fixtures.AssertSame("button", fixture, html, "data-prevent-double-click", "name");
    }

    [Fact]
    public async Task With_an_address_it_is_a_link()
    {
        var html = await new Rendering().HtmlAsync(new ButtonTagHelper { Href = "/" }, "Continue");

        Fixtures.AssertSame("button", "explicit link", html);
    }
}
