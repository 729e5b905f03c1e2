using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// A labelled field. Words come from [Display(Name, Description)] unless given; errors from the model state. Attributes that are not
/// ours (autocomplete, data-…, rows) go to the control, and content between the tags is placed after it.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Where the same field stands on a page more than once, as in a list of rows.</summary>
    public string? Id { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Reads the label to a screen reader only: for a field whose place makes it plain, such as one in a row.</summary>
    public bool HideLabel { get; set; }

    /// <summary>The label is the page's heading.</summary>
    public bool Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = Field.Of(For, View, Label, Hint);
        field = field with { Id = string.IsNullOrEmpty(Id) ? field.Id : Id };
        var passed = output.Attributes.ToList();
        output.Attributes.Clear();
        var after = await output.GetChildContentAsync();
        var body = Body(field, passed, after, context);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.SetHtmlContent(body);
    }

    protected abstract IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context);

    protected IHtmlContent LabelHtml(Field field)
    {
        var size = Heading ? "govuk-label govuk-label--l" : HideLabel ? "govuk-label govuk-visually-hidden" : "govuk-label";
        var label = Html.Tag("label", size, field.Label).With("for", field.Id);
        return Heading ? Html.Tag("h1", "govuk-label-wrapper", label) : label;
    }

    /// <summary>Label, hint, error, control: the order that govuk-frontend gives every single field.</summary>
    protected IHtmlContent OneControl(Field field, IHtmlContent control, IHtmlContent after) =>
        new HtmlContentBuilder().AppendHtml(LabelHtml(field)).AppendHtml(field.HintHtml()).AppendHtml(field.ErrorHtml())
            .AppendHtml(control).AppendHtml(after);

    /// <summary>The same for several controls that answer one question.</summary>
    protected IHtmlContent Several(Field field, IHtmlContent controls, IHtmlContent after, string? role = null)
    {
        var size = Heading ? "govuk-fieldset__legend govuk-fieldset__legend--l"
            : HideLabel ? "govuk-fieldset__legend govuk-visually-hidden" : "govuk-fieldset__legend";
        object label = Heading ? Html.Tag("h1", "govuk-fieldset__heading", field.Label) : field.Label;
        return Html.Tag("fieldset", "govuk-fieldset", Html.Tag("legend", size, label), field.HintHtml(), field.ErrorHtml(), controls, after)
            .With("role", role)
            .With("aria-describedby", field.DescribedBy);
    }

    protected static void Pass(TagBuilder control, IReadOnlyList<TagHelperAttribute> passed)
    {
        foreach (var attribute in passed)
        {
            var value = attribute.Value?.ToString();
            if (attribute.Name == "class")
            {
                control.Attributes["class"] += $" {value}";
            }
            else if (attribute.Name == "aria-describedby" && control.Attributes.TryGetValue("aria-describedby", out var already))
            {
                control.Attributes["aria-describedby"] = $"{already} {value}";
            }
            else
            {
                control.Attributes[attribute.Name] = attribute.ValueStyle is HtmlAttributeValueStyle.Minimized ? attribute.Name : value;
            }
        }
    }
}
