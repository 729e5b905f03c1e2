using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>One choice of several: <c>&lt;kept-radios for="Form.Channel" layout="Pills" /&gt;</c> for an enum, or with items.</summary>
[HtmlTargetElement("kept-radios", Attributes = "for")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context) =>
        Several(field, All("radios", "radio", field, Choices(context), null, passed), after);
}
