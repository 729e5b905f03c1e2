using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>What is wrong with the page that is open now, on a phone and on a desk. None is what every page must have.</summary>
internal static class Faults
{
    /// <summary>
    /// Every rule that is on by itself, in the page where it stands. Of what is right nothing is told: the ready-made call takes every element of every page out of the browser,
    /// through a page of its own, and needs several times as long.
    /// </summary>
    private const string Look =
        """
        () => axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(fault =>
          `${fault.id} (${fault.impact}): ${fault.help}\n    ${fault.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join('\n    ')}`))
        """;

    private static readonly (int Width, int Height)[] Sizes = [(360, 740), (1280, 900)];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> OfAsync(IPage page, string url)
    {
        var faults = new List<string>();
        foreach (var frame in page.Frames)
        {
            await frame.EvaluateAsync(Axe);
        }

        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            faults.AddRange((await page.EvaluateAsync<string[]>(Look)).Select(fault => $"{url} at {width}: {fault}"));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"{url} scrolls sideways at {width} pixels.");
            }
        }

        return faults;
    }
}
