using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// Everything that is wrong, first on the page, each leading to its field. The layout writes one; a page that wants it elsewhere
/// writes its own and the layout's stays away.
/// </summary>
[HtmlTargetElement("kept-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private const string Written = "Kept.ErrorSummaryWritten";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ViewData.ModelState.IsValid || View.HttpContext.Items.ContainsKey(Written))
        {
            output.SuppressOutput();
            return;
        }

        View.HttpContext.Items[Written] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(Html.Tag(
            "div",
            null,
            Html.Tag("h2", "govuk-error-summary__title", FrameWords.Of(View.HttpContext).Problem),
            Html.Tag("div", "govuk-error-summary__body", Html.Tag("ul", "govuk-list govuk-error-summary__list", [.. Lines()])))
            .With("role", "alert"));
    }

    private IEnumerable<IHtmlContent> Lines() =>
        from entry in View.ViewData.ModelState
        where entry.Value is { Errors.Count: > 0 }
        orderby Place(entry.Key)
        from sentence in entry.Value.Errors.Select(Field.Sentence).Distinct()
        select Html.Tag("li", null, entry.Key.Length is 0
            ? sentence
            : Html.Tag("a", null, sentence).With("href", $"#{Field.IdFor(entry.Key)}"));

    /// <summary>Where the field stands on the form, as its class declares it: the model state itself is in alphabetical order.</summary>
    private string Place(string key)
    {
        var place = "";
        var owner = View.ViewData.ModelMetadata;
        foreach (var part in key.Split('.'))
        {
            var name = part.Split('[')[0];
            var properties = owner?.Properties.ToList() ?? [];
            var at = properties.FindIndex(property => string.Equals(property.PropertyName, name, StringComparison.OrdinalIgnoreCase));
            place += $"{at + 1:D4}{part}";
            owner = at < 0 ? null : properties[at].ElementMetadata ?? properties[at];
        }

        return place;
    }
}
