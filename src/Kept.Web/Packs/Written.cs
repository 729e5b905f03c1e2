using Kept.Domain;
using Kept.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Packs;

/// <summary>People’s own words on paper, with the language and direction of their script: nothing on paper can look at the letters itself.</summary>
internal static class Written
{
    /// <summary>A paragraph for each of their lines.</summary>
    public static IHtmlContent Lines(string text) =>
        new HtmlContentBuilder().AppendAll([.. text.Split('\n').Where(line => line.Length > 0).Select(line => In("p", line))]);

    /// <summary>Within a sentence of ours.</summary>
    public static IHtmlContent Inline(string text) => In("bdi", text);

    public static IHtmlContent Struck(string text) => In("s", text);

    private static IHtmlContent In(string tag, string text)
    {
        var script = Script.Of(text);
        return Html.Tag(tag, null, text).With("lang", script?.Language).With("dir", script is null ? null : script.RightToLeft ? "rtl" : "ltr");
    }
}
