using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Wordings;

/// <summary>
/// Shows the lines of easy read in everything that stands within: <c>&lt;main kept-lines="true"&gt;</c>. In a page a new line of the words is written
/// “&amp;#xA;”, which no markup of ours is; only where people type and choose it stays as it is.
/// </summary>
[HtmlTargetElement("*", Attributes = Name)]
public sealed class LinesTagHelper : TagHelper
{
    private const string Name = "kept-lines";
    private const string Mark = "&#xA;";

    /// <summary>With a little room before the next sentence, so that it is not taken for one that goes on.</summary>
    internal const string Line = "<br><span class=\"next-idea\"></span>";

    private static readonly string[] AsTyped = ["textarea", "option", "script", "style", "title"];

    /// <summary>Whether the reader chose easy read.</summary>
    [HtmlAttributeName(Name)]
    public bool Easy { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Easy)
        {
            output.Content.SetHtmlContent(Shown((await output.GetChildContentAsync()).GetContent()));
        }
    }

    /// <summary>The lines of what stands between the tags; within a tag, as in a name that is read out, a new line is read as a space.</summary>
    internal static string Shown(string html)
    {
        var shown = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at) is >= 0 and var found ? found : html.Length;
            var end = EndOf(html, tag);
            shown.Append(html[at..tag].Replace(Mark, Line, StringComparison.Ordinal)).Append(html[tag..end]);
            at = end;
        }

        return shown.ToString();
    }

    /// <summary>Where a tag ends; for one in which people type or choose, where the element does.</summary>
    private static int EndOf(string html, int tag)
    {
        if (tag == html.Length)
        {
            return tag;
        }

        var element = AsTyped.FirstOrDefault(name => string.CompareOrdinal(html, tag + 1, name, 0, name.Length) == 0);
        var end = element is null ? -1 : html.IndexOf($"</{element}", tag, StringComparison.Ordinal);
        var close = html.IndexOf('>', Math.Max(tag, end));
        return close < 0 ? html.Length : close + 1;
    }
}
