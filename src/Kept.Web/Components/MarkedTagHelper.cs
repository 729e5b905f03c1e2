using System.Text.RegularExpressions;
using Kept.Domain.Search;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// Words of the record with those that were looked for marked: <c>&lt;kept-marked text="@entry.Issue" words="@Model.Words" /&gt;</c>.
/// With <c>around</c>, of a long text only what stands around the first of them, or nothing where there is none.
/// </summary>
[HtmlTargetElement("kept-marked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class MarkedTagHelper : TagHelper
{
    public string? Text { get; set; }

    public SearchWords? Words { get; set; }

    /// <summary>How many letters to show on either side.</summary>
    public int? Around { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Marked());
    }

    private HtmlContentBuilder Marked()
    {
        var html = new HtmlContentBuilder();
        var (text, from, to) = Part();
        html.Append(from > 0 ? "… " : "");
        var at = from;
        foreach (var word in Word().EnumerateMatches(text.AsSpan(0, to), from))
        {
            html.Append(text[at..word.Index]);
            at = word.Index + word.Length;
            var said = text[word.Index..at];
            if (Words?.Fits(said) is true)
            {
                html.AppendHtml(Html.Tag("mark", null, said));
            }
            else
            {
                html.Append(said);
            }
        }

        html.Append(text[at..to]);
        html.Append(to < text.Length ? " …" : "");
        return html;
    }

    private (string Text, int From, int To) Part()
    {
        var text = Text ?? "";
        if (Around is not { } around)
        {
            return (text, 0, text.Length);
        }

        foreach (var word in Word().EnumerateMatches(text))
        {
            if (Words?.Fits(text.Substring(word.Index, word.Length)) is true)
            {
                return (text, WordStart(text, word.Index - around), WordStart(text, Math.Min(text.Length, word.Index + word.Length + around)));
            }
        }

        return ("", 0, 0);
    }

    private static int WordStart(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return Math.Clamp(at, 0, text.Length);
        }

        var space = text.LastIndexOf(' ', at);
        return space < 0 ? at : space + 1;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}’']+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
