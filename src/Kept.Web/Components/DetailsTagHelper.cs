using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// Something folded away: <c>&lt;kept-details summary="Add a note"&gt;…&lt;/kept-details&gt;</c>. With <c>act</c> it is a button in a row
/// that opens a short form beneath it; acts of one <c>group</c> close one another.
/// </summary>
[HtmlTargetElement("kept-details", Attributes = "summary")]
public sealed class DetailsTagHelper : TagHelper
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    public bool Act { get; set; }

    public ButtonKind Kind { get; set; } = ButtonKind.Quiet;

    public string? Group { get; set; }

    /// <summary>Words that only a screen reader hears after the summary: which row "Move" moves.</summary>
    public string? About { get; set; }

    /// <summary>In which language those words are, where that may be another than the page’s.</summary>
    public string? AboutLang { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Act ? "act" : "govuk-details");
        if (Group is not null)
        {
            output.Attributes.SetAttribute("name", Group);
        }

        if (Open)
        {
            output.Attributes.SetAttribute("open", "open");
        }

        var about = About is null ? null : Html.Tag("span", "govuk-visually-hidden", $" {About}").With("lang", AboutLang);
        output.Content.SetHtmlContent(Act
            ? Parts(Html.Tag("summary", ButtonClass, Summary, about), Html.Tag("div", "act-body", content))
            : Parts(
                Html.Tag("summary", "govuk-details__summary", Html.Tag("span", "govuk-details__summary-text", Summary, about)),
                Html.Tag("div", "govuk-details__text", content)));
    }

    private string ButtonClass => Kind switch
    {
        ButtonKind.Primary => "govuk-button",
        ButtonKind.Second => "govuk-button govuk-button--secondary",
        ButtonKind.Warning => "govuk-button govuk-button--warning",
        _ => "govuk-button button--quiet"
    };

    private static HtmlContentBuilder Parts(params object?[] parts) => new HtmlContentBuilder().AppendAll(parts);
}
