using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>
/// Every page that somebody can come to, one address for each page of the application. Found by following links from the pages
/// that need no id, so that a new page is looked at without anybody adding it anywhere.
/// </summary>
internal static class SiteMap
{
    /// <summary>Not every pupil has carers, nor every entry a review: so many of each kind of page are looked at for links.</summary>
    private const int MostOfEach = 12;

    /// <summary>No page: fragments, files, and what only redirects or is reached by a form.</summary>
    private static readonly string[] Passed =
    [
        "/documents/{documentId}/file", "/documents/{documentId}/preview", "/documents/zip", "/feeds/{token}/kept.ics",
        "/log/coach", "/log/draft", "/log/pupils", "/meetings/{meetingId}/coach", "/pupils/{pupilId}/packs/file",
        "/telling/letters/{runId}/file", "/family/{school}/{pupilId}/documents/{documentId}/file", "/sign-out", "/family/sign-out", "/problem/{code:int}", "/demo/sign-in",
    ];

    public static IReadOnlyList<string> Templates(IServiceProvider services) =>
    [
        .. services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Except(Passed).Distinct().Order(StringComparer.Ordinal)
    ];

    /// <summary>An address for each template that answers this visitor with a page; by following links, breadth first.</summary>
    /// <param name="services">Of the application.</param>
    /// <param name="window">The visitor’s.</param>
    /// <param name="from">Where the walk begins, beside the pages that need no id.</param>
    public static async Task<IReadOnlyDictionary<string, string>> WalkAsync(IServiceProvider services, Window window, params IEnumerable<string> from)
    {
        var templates = Templates(services).Select(t => (Template: t, Matches: Pattern(t))).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>(templates.Select(t => t.Template).Where(t => !t.Contains('{', StringComparison.Ordinal)));
        queue = new Queue<string>(from.Concat(queue));
        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        var queued = queue.ToHashSet(StringComparer.Ordinal);
        while (queue.TryDequeue(out var url))
        {
            if (await FetchAsync(window, url) is not { } html)
            {
                continue;
            }

            if (templates.FirstOrDefault(t => t.Matches.IsMatch(url.Split('?')[0])).Template is { } template)
            {
                found.TryAdd(template, url);
            }

            foreach (var link in Links(html))
            {
                if (templates.FirstOrDefault(t => t.Matches.IsMatch(link.Split('?')[0])).Template is { } leadsTo
                    && tried.GetValueOrDefault(leadsTo) < MostOfEach && queued.Add(link))
                {
                    tried[leadsTo] = tried.GetValueOrDefault(leadsTo) + 1;
                    queue.Enqueue(link);
                }
            }
        }

        return found;
    }

    /// <summary>The page's HTML; null for what answers with a file, a refusal or another page.</summary>
    private static async Task<string?> FetchAsync(Window window, string url)
    {
        var answer = await window.Context.APIRequest.GetAsync(url, new() { MaxRedirects = 0 });
        return answer.Status == 200 && answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal)
            && await answer.TextAsync() is var html && html.Contains("<html", StringComparison.Ordinal)
            ? html
            : null;
    }

    private static IEnumerable<string> Links(string html) =>
        Regex.Matches(html, "href=\"(?<to>/[^\"#]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
            .Select(m => System.Net.WebUtility.HtmlDecode(m.Groups["to"].Value)).Distinct();

    private static Regex Pattern(string template) =>
        new("^" + string.Join('/', template.Split('/').Select(part => Part(part))) + "$",
            RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string Part(string part) => part switch
    {
        ['{', .., ':', 'i', 'n', 't', '}'] => "[0-9]+",
        "{school}" => "[a-z0-9-]+",
        "{language}" => "[A-Za-z-]{2,16}",
        "{code}" => "[0-9A-Z-]{19}",
        ['{', ..] => "[0-9a-f-]{36}",
        _ => Regex.Escape(part)
    };
}
