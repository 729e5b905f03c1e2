using Microsoft.AspNetCore.Html;

namespace Kept.Web.Wordings;

/// <summary>
/// What easy read draws beside a heading: a line drawing of our own, on paper as on pages (formats.scss has the same lines). It says nothing that the words beside it do not.
/// </summary>
internal static class Symbols
{
    public const string Agree = "M4 5h16v14H4zM8 12l3 3 5-6";
    public const string Plan = "M6 3h12v18H6zM9 8h6M9 12h6M9 16h4";
    public const string Talk = "M4 5h16v11H10l-5 4v-4H4z";
    public const string Meet = "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4";
    public const string Write = "M4 20l1-5L16 4l4 4L9 19z";
    public const string Paper = "M6 3h8l4 4v14H6zM14 3v4h4";

    /// <summary>By what a part of a carer’s copy is known.</summary>
    public static IHtmlContent OfPart(string key) => Drawn(key switch
    {
        "plan" => Plan,
        "talks" or "messages" => Talk,
        "meetings" => Meet,
        "mine" => Write,
        "documents" => Paper,
        _ => Agree
    });

    private static HtmlString Drawn(string lines) => new(
        $"<svg class=\"symbol\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" stroke=\"#000\" stroke-width=\"2.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\"><path d=\"{lines}\"/></svg>");
}
