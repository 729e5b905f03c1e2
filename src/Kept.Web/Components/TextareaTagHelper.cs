using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>Several lines of text: <c>&lt;kept-textarea for="Form.Note" rows="3" /&gt;</c>. It grows with what is typed.</summary>
[HtmlTargetElement("kept-textarea", Attributes = "for")]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 4;

    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context)
    {
        // A browser drops the first line break inside a textarea; without one of our own it would drop the user's.
        var typed = field.Value is { Length: > 0 } value && value[0] is '\n' or '\r' ? "\n" + field.Value : field.Value;
        var area = Html.Tag("textarea", field.Error is null ? "govuk-textarea" : "govuk-textarea govuk-textarea--error", typed)
            .With("id", field.Id).With("name", field.Name)
            .With("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("aria-describedby", field.DescribedBy);
        Pass(area, passed);
        return OneControl(field, area, after);
    }
}
