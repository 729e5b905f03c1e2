using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kept.Web.Documents.Reading;

/// <summary>The words that a reader of a web page would see. Nothing of it is run or fetched.</summary>
internal static class PageText
{
    public static void Read(string html, Words words)
    {
        using var page = new HtmlParser().ParseDocument(html);
        words.Add(page.Title);
        words.Line();
        foreach (var text in page.Body?.Descendants<IText>() ?? [])
        {
            if (words.IsFull)
            {
                return;
            }

            if (text.ParentElement?.LocalName is not ("script" or "style" or "noscript" or "template"))
            {
                words.Add(text.Data);
                words.Space();
            }
        }
    }
}
