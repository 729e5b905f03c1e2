using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>One of many in a list that drops down: <c>&lt;kept-select for="Form.Owner" items="Model.Owners" empty="Choose" /&gt;</c>.</summary>
[HtmlTargetElement("kept-select", Attributes = "for")]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The words of a first choice that means none.</summary>
    public string? Empty { get; set; }

    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context)
    {
        var select = Html.Tag("select", field.Error is null ? "govuk-select" : "govuk-select govuk-select--error")
            .With("id", field.Id).With("name", field.Name).With("aria-describedby", field.DescribedBy);
        Pass(select, passed);
        if (Empty is not null)
        {
            select.InnerHtml.AppendHtml(Html.Tag("option", null, Empty).With("value", ""));
        }

        var type = For.Metadata.UnderlyingOrModelType;
        var items = Items ?? (type.IsEnum ? Choice.Of(type).Select(choice => new SelectListItem(choice.Text, choice.Value)) : []);
        foreach (var group in items.GroupBy(item => item.Group?.Name))
        {
            var options = group.Select(item => Option(item, field.Value)).ToArray<object?>();
            select.InnerHtml.AppendHtml(group.Key is null
                ? new HtmlContentBuilder().AppendAll(options)
                : Html.Tag("optgroup", null, options).With("label", group.Key));
        }

        return OneControl(field, select, after);
    }

    private static TagBuilder Option(SelectListItem item, string? value) =>
        Html.Tag("option", null, item.Text).With("value", item.Value).With("lang", (item as SpokenItem)?.Lang)
            .Where(value is null ? item.Selected : string.Equals(item.Value ?? item.Text, value, StringComparison.Ordinal), "selected")
            .Where(item.Disabled, "disabled");
}
