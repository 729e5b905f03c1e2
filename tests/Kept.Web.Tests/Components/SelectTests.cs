using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Tests.Components;

public sealed class SelectTests
{
    private static readonly SelectListItem[] Options =
    [
        new("GOV.UK frontend option 1", "1"), new("GOV.UK frontend option 2", "2"), new("GOV.UK frontend option 3", "3") { Disabled = true }
    ];

    [Fact]
    public async Task It_is_the_select_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(
            new SelectTagHelper { For = Rendering.Field("select-1", "2"), Label = "Label text goes here", Items = Options });

        Fixtures.AssertSame("select", "default", html);
    }

    [Fact]
    public async Task Hint_and_error_are_both_read_out_with_it()
    {
        var html = await new Rendering().WithError("select-2", "Error message goes here").HtmlAsync(new SelectTagHelper
        {
            For = Rendering.Field<string?>("select-2", null),
            Label = "Label text goes here",
            Hint = "Hint text goes here",
            Items = [.. Options[..2], new("GOV.UK frontend option 3", "3")]
        });

        Fixtures.AssertSame("select", "with hint text and error message", html);
    }

    [Fact]
    public async Task The_first_choice_may_be_none()
    {
        var html = await new Rendering().HtmlAsync(new SelectTagHelper { For = Rendering.Field<string?>("Owner", null), Items = Options, Empty = "Anyone" });

        Assert.Contains("<option value=\"\">Anyone</option>", html, StringComparison.Ordinal);
    }
}
