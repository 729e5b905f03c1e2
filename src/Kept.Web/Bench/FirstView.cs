using System.Text.RegularExpressions;

namespace Kept.Web.Bench;

/// <summary>What a browser with an empty cache fetches for one page, as it comes over the wire: page, styles, scripts, pictures, fonts.</summary>
internal static partial class FirstView
{
    private const int MostBytes = 100 * 1024;

    public static async Task<Measure> MeasureAsync(Served served, BenchPlace bench, CancellationToken cancel)
    {
        using var client = Served.ClientOf(served.Url, served.Cookie);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        Dictionary<string, object> sizes = [];
        foreach (var path in (string[])["/sign-in", "/demo/sign-in", "/today", bench.PupilPage, "/actions", "/log", "/search?q=morning", "/settings", "/import"])
        {
            if (await SizeAsync(client, served.Client, path, cancel) is { } bytes)
            {
                sizes[path == bench.PupilPage ? "/pupils/{id}" : path] = bytes;
            }
        }

        return new Measure("first view", "first view of any page, everything included, compressed")
        {
            Kind = "count",
            Unit = "bytes",
            Detail = sizes
        }.AtMost(MostBytes, sizes.Values.Max(size => (int)size));
    }

    private static async Task<int?> SizeAsync(HttpClient compressed, HttpClient plain, string path, CancellationToken cancel)
    {
        using var answer = await plain.GetAsync(path, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        var html = await answer.Content.ReadAsStringAsync(cancel);
        var total = await BytesAsync(compressed, path, cancel);
        HashSet<string> parts = [.. Linked().Matches(html).Select(m => m.Groups["url"].Value).Where(url => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))];
        foreach (var style in parts.Where(p => p.Contains(".css", StringComparison.Ordinal)).ToList())
        {
            var css = await plain.GetStringAsync(style, cancel);
            parts.UnionWith(InStyles().Matches(css).Select(m => new Uri(new Uri(plain.BaseAddress!, style), m.Groups["url"].Value).PathAndQuery));
        }

        foreach (var script in parts.Where(p => p.Contains(".js", StringComparison.Ordinal)).ToList())
        {
            var code = await plain.GetStringAsync(script, cancel);
            parts.UnionWith(Imported().Matches(code).Select(m => new Uri(new Uri(plain.BaseAddress!, script), m.Groups["url"].Value).PathAndQuery));
        }

        foreach (var part in parts)
        {
            total += await BytesAsync(compressed, part, cancel);
        }

        return total;
    }

    private static async Task<int> BytesAsync(HttpClient client, string path, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(path, cancel);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancel)).Length;
    }

    [GeneratedRegex("""<(?:link\b(?=[^>]*\brel="(?:stylesheet|preload|modulepreload|icon)")[^>]*\bhref|script\b[^>]*\bsrc|img\b[^>]*\bsrc)="(?<url>[^"]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Linked();

    [GeneratedRegex("""url\(\s*["']?(?<url>[^"')]+\.(?:woff2|svg|png)[^"')]*)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InStyles();

    [GeneratedRegex("""(?:from|import)\s*["'](?<url>\.{0,2}/[^"']+\.m?js)["']""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Imported();
}
