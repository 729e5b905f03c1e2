using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kept.Web.Tests.World;

/// <summary>What a visitor was answered with.</summary>
public sealed class TestPage
{
    private TestPage(Uri address, HttpResponseMessage answer, string html, IDocument document)
    {
        Address = address;
        Answer = answer;
        Html = html;
        Document = document;
    }

    public Uri Address { get; }

    /// <summary>Path and query, after redirects.</summary>
    public string Url => Address.PathAndQuery;

    public HttpResponseMessage Answer { get; }

    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>Where it would send the visitor, when redirects are not followed.</summary>
    public string? RedirectsTo => Answer.Headers.Location?.ToString();

    public string Html { get; }

    public IDocument Document { get; }

    public string Title => Document.Title ?? "";

    public string Heading => Tidy(Document.QuerySelector("h1")?.TextContent);

    /// <summary>The words in the main part of the page.</summary>
    public string Text => Tidy((Document.QuerySelector("main") ?? Document.Body)?.TextContent);

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => Texts(".govuk-error-summary__list li");

    public bool IsWholePage => Html.Contains("<html", StringComparison.OrdinalIgnoreCase);

    public static string Tidy(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The one form that fits the selector: <c>Form("form[action='/log']")</c>. Without one, the only form in the main part.</summary>
    public IHtmlFormElement Form(string selector = "main form")
    {
        var found = Document.QuerySelectorAll<IHtmlFormElement>(selector).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException($"{found.Count} forms fit “{selector}” on {Url} ({Status}, “{Title}”). Say which one.");
    }

    /// <summary>The form around the button with these words.</summary>
    public IHtmlFormElement FormWith(string button) =>
        Document.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().FirstOrDefault(b => Says(b, button))?.Form
        ?? throw new InvalidOperationException($"No form on {Url} ({Status}, “{Title}”) has a button “{button}”.");

    /// <summary>Who sees the page reads less than who hears it: “Send to the school: Ring about the bus”.</summary>
    public static bool Says(IElement pressed, string words) => Tidy(pressed.TextContent) is var said && (said == words || said.StartsWith($"{words}:", StringComparison.Ordinal));

    /// <summary>Where the link with these words leads.</summary>
    public string LinkTo(string words) =>
        Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Tidy(a.TextContent) == words)?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link on {Url} ({Status}, “{Title}”) says “{words}”.");

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => Tidy(e.TextContent))];

    internal static async Task<TestPage> OfAsync(Uri address, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new TestPage(address, answer, html, await ParseAsync(address, html));
    }

    internal static async Task<TestPage> OfAsync(string url, string html)
    {
        var address = new Uri(TestClient.Address, url);
        return new TestPage(address, new HttpResponseMessage(HttpStatusCode.OK), html, await ParseAsync(address, html));
    }

    private static Task<IDocument> ParseAsync(Uri address, string html) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(address));
}
