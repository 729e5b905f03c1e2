using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Tests.Components;

public sealed class DateTests
{
    [Fact]
    public async Task A_day_is_one_line_with_an_example()
    {
        var html = await new Rendering().HtmlAsync(new DateTagHelper { For = Rendering.Field<LocalDate?>("DueOn", new LocalDate(2026, 5, 8)), Label = "By when?" });

        Assert.Contains("value=\"8 May 2026\"", html, StringComparison.Ordinal);
        Assert.Contains("For example, 2 May or next Friday", html, StringComparison.Ordinal);
        Assert.Single(html.Split("<input").Skip(1));
    }

    [Fact]
    public async Task What_could_not_be_read_stays_as_it_was_typed()
    {
        var html = await new Rendering().WithError("DueOn", "Enter a day", typed: "the 40th").HtmlAsync(new DateTagHelper { For = Rendering.Field<LocalDate?>("DueOn", null) });

        Assert.Contains("value=\"the 40th\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_it_is_the_date_input_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(
            new DateTagHelper { For = Rendering.Field<LocalDate?>("dob", null), Label = "What is your date of birth?", Hint = "For example, 31 3 1980", Split = true });

        // Ours names its boxes for the form, and gives the first the field's own id for errors to lead to.
        Fixtures.AssertSame("date-input", "default", html, "id", "name", "for");
        Assert.Contains("id=\"dob\" inputmode", html, StringComparison.Ordinal);
    }
}
