using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class CheckboxesTests
{
    [Fact]
    public async Task They_are_the_checkboxes_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(new CheckboxesTagHelper
        {
            For = Rendering.Field<IReadOnlyList<string>>("nationality", []),
            Label = "What is your nationality?",
            Items = [new("british", "British"), new("irish", "Irish"), new("other", "Citizen of another country")]
        });

        Fixtures.AssertSame("checkboxes", "default", html);
    }

    [Fact]
    public async Task An_error_and_hints_are_read_out()
    {
        const string hint = "Nullam id dolor id nibh ultricies vehicula ut id elit.";
        var html = await new Rendering().WithError("waste", "Please select an option").HtmlAsync(new CheckboxesTagHelper
        {
            For = Rendering.Field<IReadOnlyList<string>>("waste", []),
            Label = "Which types of waste do you transport regularly?",
            Items =
            [
                new("animal", "Waste from animal carcasses", hint), new("mines", "Waste from mines or quarries", hint), new("farm", "Farm or agricultural waste", hint)
            ]
        });

        Fixtures.AssertSame("checkboxes", "with error message", html);
    }

    [Fact]
    public async Task What_was_chosen_stays_chosen()
    {
        var html = await new Rendering().HtmlAsync(new CheckboxesTagHelper
        {
            For = Rendering.Field<IReadOnlyList<string>>("reach", ["b"]),
            Items = [new("a", "A"), new("b", "B")]
        });

        Assert.Single(html.Split("checked=").Skip(1));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_yes_or_no_is_one_box(bool yes, int marks)
    {
        var html = await new Rendering().HtmlAsync(new CheckboxesTagHelper { For = Rendering.Field("Interpreter", yes), Label = "Interpreter needed" });

        Assert.DoesNotContain("fieldset", html, StringComparison.Ordinal);
        Assert.Contains("value=\"true\"", html, StringComparison.Ordinal);
        Assert.Equal(marks, html.Split("checked=").Length - 1);
    }
}
