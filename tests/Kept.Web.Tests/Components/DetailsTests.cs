using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class DetailsTests
{
    [Fact]
    public async Task They_are_the_details_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(
            new DetailsTagHelper { Summary = "Help with nationality" },
            "We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.");

        Fixtures.AssertSame("details", "default", html);
    }

    [Fact]
    public async Task An_act_in_a_row_says_which_row_it_is_for()
    {
        var html = await new Rendering().HtmlAsync(new DetailsTagHelper { Act = true, Summary = "Move", Group = "row-1", About = "the plan for Leo" }, "<form></form>");

        Assert.Contains("<details class=\"act\" name=\"row-1\">", html, StringComparison.Ordinal);
        Assert.Contains("Move<span class=\"govuk-visually-hidden\"> the plan for Leo</span>", html, StringComparison.Ordinal);
    }
}
