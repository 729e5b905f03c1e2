using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>How much a button asks to be pressed. One primary to a form.</summary>
public enum ButtonKind
{
    Primary,
    Second,
    Quiet,
    Warning
}

/// <summary>A button, or with href a link that looks like one: <c>&lt;kept-button kind="Second" href="/pupils"&gt;Pupils&lt;/kept-button&gt;</c>.</summary>
[HtmlTargetElement("kept-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; }

    public string? Href { get; set; }

    /// <summary>As the summary of a details element that opens a form in a row.</summary>
    public bool Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Summary ? "summary" : Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "govuk-button", Modifier, given }.Where(name => name is not null)));
        if (Summary)
        {
            return;
        }

        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
            return;
        }

        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        // Two presses would be two entries.
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }

    private string? Modifier => Kind switch
    {
        ButtonKind.Second => "govuk-button--secondary",
        ButtonKind.Quiet => "button--quiet",
        ButtonKind.Warning => "govuk-button--warning",
        _ => null
    };
}
