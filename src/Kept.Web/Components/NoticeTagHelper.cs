using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// What was just done, said once at the top of the page that follows. A handler says it with <c>TempData.Say("…")</c>; the layout shows it.
/// </summary>
[HtmlTargetElement("kept-notice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NoticeTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.TempData[Notice.Key] is not string said)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-notification-banner govuk-notification-banner--success");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "govuk-notification-banner-title");
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        output.Content.AppendHtml(Html.Tag(
            "div",
            "govuk-notification-banner__header",
            Html.Tag("h2", "govuk-notification-banner__title", FrameWords.Of(View.HttpContext).Done).With("id", "govuk-notification-banner-title")));
        output.Content.AppendHtml(Html.Tag(
            "div",
            "govuk-notification-banner__content",
            Html.Tag("p", "govuk-notification-banner__heading", said)));
    }
}

/// <summary>Leaves a sentence for the next page.</summary>
public static class Notice
{
    internal const string Key = "Kept.Notice";

    public static void Say(this ITempDataDictionary next, string sentence) => next[Key] = sentence;
}
