using Kept.Web.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Wordings;

/// <summary>A paragraph of Kept’s own words for a family: <c>&lt;kept-lines say="…" /&gt;</c>. In easy read each sentence is a paragraph by itself.</summary>
[HtmlTargetElement("kept-lines", Attributes = "say", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LinesTagHelper(FamilyFormats formats) : TagHelper
{
    public string Say { get; set; } = "";

    /// <summary>Whether it is easy read; where nothing is said, as the page is.</summary>
    public bool? Easy { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var style = output.Attributes["class"]?.Value?.ToString();
        output.TagName = null;
        foreach (var line in Easy ?? formats.Wishes.EasyRead ? OneIdeaALine.Of(Say) : [Say])
        {
            output.Content.AppendHtml(Html.Tag("p", style, line));
        }
    }
}
