using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>A file to send: <c>&lt;kept-file for="Form.Report" accept=".pdf,.docx" multiple /&gt;</c>. The form must be multipart.</summary>
[HtmlTargetElement("kept-file", Attributes = "for")]
public sealed class FileTagHelper : FieldTagHelper
{
    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context)
    {
        var input = Html.Tag("input", field.Error is null ? "govuk-file-upload" : "govuk-file-upload govuk-file-upload--error")
            .With("id", field.Id).With("name", field.Name).With("type", "file").With("aria-describedby", field.DescribedBy);
        Pass(input, passed);
        return OneControl(field, input, after);
    }
}
