using System.ComponentModel.DataAnnotations;
using Kept.Web.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Tests.Components;

public sealed class InputTests
{
    [Fact]
    public async Task It_is_the_input_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(new InputTagHelper { For = Rendering.Field("test-name", ""), Label = "National Insurance number" });

        Fixtures.AssertSame("input", "default", html);
    }

    [Fact]
    public async Task Hint_and_error_are_both_read_out_with_the_field()
    {
        var html = await new Rendering().WithError("test-name-3", "Enter a National Insurance number in the correct format").HtmlAsync(
            new InputTagHelper { For = Rendering.Field("test-name-3", ""), Id = "input-with-error-message", Label = "National Insurance number" });

        Fixtures.AssertSame("input", "with error message", html);
    }

    [Fact]
    public async Task A_suffix_and_prefix_stand_beside_it()
    {
        var html = await new Rendering().HtmlAsync(new InputTagHelper
        {
            For = Rendering.Field("cost", ""),
            Id = "input-with-prefix-suffix",
            Label = "Cost per item, in pounds",
            Prefix = "£",
            Suffix = "per item"
        });

        Fixtures.AssertSame("input", "with prefix and suffix", html);
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_wrong()
    {
        var html = await new Rendering().WithError("Form.Day", "Enter a day", typed: "<b>Frday").HtmlAsync(
            new InputTagHelper { For = Rendering.Field("Form.Day", ""), Label = "Day" });

        Assert.Contains("value=\"&lt;b&gt;Frday\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_Day\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_words_come_from_the_form()
    {
        var html = await new Rendering().HtmlAsync(new InputTagHelper { For = Rendering.Property(new Sample("x"), "Issue") });

        Assert.Contains(">What did they raise?</label>", html, StringComparison.Ordinal);
        Assert.Contains(">In their words</div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_that_are_not_its_own_go_to_the_field()
    {
        var html = await new Rendering().HtmlAsync(
            new InputTagHelper { For = Rendering.Field("Issue", "") },
            attributes: [new TagHelperAttribute("data-coach-url", "/log/coach"), new TagHelperAttribute("class", "wide")]);

        Assert.Contains("<input class=\"govuk-input wide\" data-coach-url=\"/log/coach\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var html = await new Rendering().HtmlAsync(new InputTagHelper { For = Rendering.Field("Password", "secret"), Type = "password" });

        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
    }

    private sealed record Sample([property: Display(Name = "What did they raise?", Description = "In their words")] string Issue);
}
