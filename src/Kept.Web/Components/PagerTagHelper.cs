using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// Further pages of a list, keeping the rest of the address. By number, <c>page="2" pages="9"</c>; or by what was last seen,
/// <c>before="…" after="…"</c>, where either may be empty. Writes nothing where there is one page.
/// </summary>
[HtmlTargetElement("kept-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    private const string Left = "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
    private const string Right = "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    public string? Before { get; set; }

    public string? After { get; set; }

    public string PreviousText { get; set; } = "Previous";

    public string NextText { get; set; } = "Next";

    /// <summary>What the pages are of, for a screen reader.</summary>
    public string Label { get; set; } = "Pagination";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var previous = Page > 1 ? Address("page", Number(Page - 1)) : string.IsNullOrEmpty(Before) ? null : Address("before", Before);
        var next = Page < Pages ? Address("page", Number(Page + 1)) : string.IsNullOrEmpty(After) ? null : Address("after", After);
        if (previous is null && next is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(new HtmlContentBuilder().AppendAll(
        [
            previous is null ? null : Html.Tag("div", "govuk-pagination__prev", Link(previous, "prev", Arrow("prev", Left), Title(PreviousText))),
            Pages > 1 ? Html.Tag("ul", "govuk-pagination__list", [.. Numbers()]) : null,
            next is null ? null : Html.Tag("div", "govuk-pagination__next", Link(next, "next", Title(NextText), Arrow("next", Right)))
        ]));
    }

    /// <summary>The first, the last, and those around this one: never more than seven.</summary>
    private IEnumerable<IHtmlContent> Numbers()
    {
        var last = 0;
        foreach (var number in Enumerable.Range(1, Pages).Where(at => at is 1 || at == Pages || Math.Abs(at - Page) <= 1))
        {
            if (number - last > 1)
            {
                yield return Html.Tag("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯");
            }

            last = number;
            var current = number == Page;
            yield return Html.Tag(
                "li",
                current ? "govuk-pagination__item govuk-pagination__item--current" : "govuk-pagination__item",
                Html.Tag("a", "govuk-link govuk-pagination__link", Number(number)).With("href", Address("page", Number(number)))
                    .With("aria-label", $"Page {number}").With("aria-current", current ? "page" : null));
        }
    }

    private string Address(string name, string value)
    {
        var kept = View.HttpContext.Request.Query.Where(part => part.Key is not ("page" or "before" or "after"))
            .SelectMany(part => part.Value, (part, text) => KeyValuePair.Create(part.Key, text ?? ""));
        return new QueryBuilder(kept) { { name, value } }.ToString();
    }

    private static TagBuilder Link(string href, string rel, params object?[] content) =>
        Html.Tag("a", "govuk-link govuk-pagination__link", content).With("href", href).With("rel", rel);

    private static TagBuilder Title(string text) =>
        Html.Tag("span", "govuk-pagination__link-title", text, Html.Tag("span", "govuk-visually-hidden", " page"));

    private static TagBuilder Arrow(string way, string path) =>
        Html.Tag("svg", $"govuk-pagination__icon govuk-pagination__icon--{way}", Html.Tag("path", null).With("d", path))
            .With("xmlns", "http://www.w3.org/2000/svg").With("height", "13").With("width", "15")
            .With("aria-hidden", "true").With("focusable", "false").With("viewBox", "0 0 15 13");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
