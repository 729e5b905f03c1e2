using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>One line of text: <c>&lt;kept-input for="Form.What" width="20" /&gt;</c>.</summary>
[HtmlTargetElement("kept-input", Attributes = "for")]
public sealed class InputTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    /// <summary>How long an answer looks: 2, 3, 4, 5, 10, 20 or 30 characters. Left out: as wide as the form.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context)
    {
        var classes = "govuk-input" + (Width is null ? "" : $" govuk-input--width-{Width}") + (field.Error is null ? "" : " govuk-input--error");
        var input = Html.Tag("input", classes).With("id", field.Id).With("name", field.Name).With("type", Type)
            // A password is never sent back to the page it was typed on.
            .With("value", Type is "password" ? null : NullIfEmpty(field.Value))
            .With("aria-describedby", field.DescribedBy);
        Pass(input, passed);
        return OneControl(field, Wrapped(input), after);
    }

    private IHtmlContent Wrapped(IHtmlContent input) => Prefix is null && Suffix is null
        ? input
        : Html.Tag(
            "div",
            "govuk-input__wrapper",
            Prefix is null ? null : Html.Tag("div", "govuk-input__prefix", Prefix).With("aria-hidden", "true"),
            input,
            Suffix is null ? null : Html.Tag("div", "govuk-input__suffix", Suffix).With("aria-hidden", "true"));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
