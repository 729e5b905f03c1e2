using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>What is wrong with the page that is open now, on a phone and on a desk. None is what every page must have.</summary>
internal static class Faults
{
    private static readonly (int Width, int Height)[] Sizes = [(360, 740), (1280, 900)];

    public static async Task<IReadOnlyList<string>> OfAsync(IPage page, string url)
    {
        var faults = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            faults.AddRange((await page.RunAxe()).Violations.Select(v => Said(url, width, v)));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"{url} scrolls sideways at {width} pixels.");
            }
        }

        return faults;
    }

    private static string Said(string url, int width, AxeResultItem fault) =>
        $"{url} at {width}: {fault.Id} ({fault.Impact}): {fault.Help}\n    {string.Join("\n    ", fault.Nodes.Take(3).Select(n => n.Html.Length > 200 ? n.Html[..200] : n.Html))}";
}
