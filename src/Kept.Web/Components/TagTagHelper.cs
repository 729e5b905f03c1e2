using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>What the colour of a tag means. The words inside say the same.</summary>
public enum TagKind
{
    Plain,
    Late,
    Due,
    Done,
    Parked,
    Wait,
    Brand
}

/// <summary>A short state in words: <c>&lt;kept-tag kind="Late"&gt;3 days late&lt;/kept-tag&gt;</c>.</summary>
[HtmlTargetElement("kept-tag")]
public sealed class TagTagHelper : TagHelper
{
    public TagKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind switch
        {
            TagKind.Late => "govuk-tag govuk-tag--late",
            TagKind.Due => "govuk-tag govuk-tag--due",
            TagKind.Done => "govuk-tag govuk-tag--done",
            TagKind.Parked => "govuk-tag govuk-tag--parked",
            TagKind.Wait => "govuk-tag govuk-tag--wait",
            TagKind.Brand => "govuk-tag govuk-tag--brand",
            _ => "govuk-tag"
        });
    }
}
