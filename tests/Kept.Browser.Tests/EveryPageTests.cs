using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Kept.Browser.Tests;

/// <summary>Every page, on a phone and on a desk: accessible, without sideways scrolling, and without a word of complaint from the browser.</summary>
public sealed class EveryPageTests(DemoSchool school)
{
    private const string Senco = "Mrs Amina Khan";

    /// <summary>Reached in the middle of something that this walk does not do; the tests of those pages look at them.</summary>
    private static readonly string[] NotByLinks =
    [
        "/", "/account/confirm", "/account/passkeys/remove", "/invitation", "/schools", "/set-up", "/set-up/person", "/sign-in", "/sign-in/carry-on", "/sign-in/code",
        "/sign-in/help", "/sign-in/recovery", "/sign-in/recovery-codes", "/sign-in/second-factor", "/welcome"
    ];

    private static readonly (int Width, int Height)[] Sizes = [(360, 740), (1280, 900)];

    [Fact]
    public async Task As_the_SENCO()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsAsync(Senco);

        await OnEveryPageAsync(window, atLeast: 20);
    }

    [Fact]
    public async Task Signed_out()
    {
        await using var window = await school.OpenAsync();

        await OnEveryPageAsync(window, atLeast: 3);
    }

    [Fact]
    public async Task Links_lead_the_SENCO_to_every_page()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsAsync(Senco);
        var found = await school.PagesAsync(window);

        var lost = SiteMap.Templates(school.Services).Except(found.Keys).Except(NotByLinks).Where(t => !t.EndsWith("/export", StringComparison.Ordinal)).ToList();

        Assert.True(lost.Count == 0, $"No link leads to {string.Join(", ", lost)}.");
    }

    [Fact]
    public async Task A_page_that_not_everybody_can_use_would_be_noticed()
    {
        await using var window = await school.OpenAsync();
        await window.Page.SetContentAsync("<html><body><input><p style='width:3000px'>Wide</p></body></html>");

        Assert.NotEmpty(await FaultsAsync(window, "/planted"));
        Assert.Contains(await FaultsAsync(window, "/planted"), fault => fault.Contains("scrolls sideways", StringComparison.Ordinal));
    }

    private async Task OnEveryPageAsync(Window window, int atLeast)
    {
        var pages = await school.PagesAsync(window);
        window.Listen();
        var faults = new List<string>();
        foreach (var url in pages.Values)
        {
            await window.Page.GotoAsync(url);
            faults.AddRange(await FaultsAsync(window, url));
        }

        Assert.True(pages.Count >= atLeast, $"Only {pages.Count} pages were found: {string.Join(", ", pages.Keys)}.");
        faults.AddRange(window.Complaints);
        Assert.True(faults.Count == 0, $"{faults.Count} on {pages.Count} pages:\n- {string.Join("\n- ", faults)}");
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Window window, string url)
    {
        var faults = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await window.Page.SetViewportSizeAsync(width, height);
            faults.AddRange((await window.Page.RunAxe()).Violations.Select(v => Said(url, width, v)));
            if (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"{url} scrolls sideways at {width} pixels.");
            }
        }

        return faults;
    }

    private static string Said(string url, int width, AxeResultItem fault) =>
        $"{url} at {width}: {fault.Id} ({fault.Impact}): {fault.Help}\n    {string.Join("\n    ", fault.Nodes.Take(3).Select(n => n.Html.Length > 200 ? n.Html[..200] : n.Html))}";
}
