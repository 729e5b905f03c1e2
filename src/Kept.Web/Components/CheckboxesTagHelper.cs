using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>Any number of choices, bound to a list; or, bound to a bool, one box that says yes.</summary>
[HtmlTargetElement("kept-checkboxes", Attributes = "for")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context)
    {
        if (For.Metadata.UnderlyingOrModelType != typeof(bool))
        {
            return Several(field, All("checkboxes", "checkbox", field, Choices(context), null, passed), after);
        }

        var yes = new Choice("true", field.Label);
        var box = All("checkboxes", "checkbox", field with { Value = field.Value?.ToLowerInvariant() }, [yes], field.DescribedBy, passed);
        return new HtmlContentBuilder().AppendHtml(field.HintHtml()).AppendHtml(field.ErrorHtml()).AppendHtml(box).AppendHtml(after);
    }
}
