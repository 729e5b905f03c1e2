using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Kept.Browser.Tests;

/// <summary>Every page, on a phone and on a desk: accessible, without sideways scrolling, and without a word of complaint from the browser.</summary>
public sealed class EveryPageTests(DemoSchool school)
{
    /// <summary>Reached in the middle of something that this walk does not do; the tests of those pages look at them.</summary>
    private static readonly string[] NotByLinks =
    [
        "/", "/account/confirm", "/account/passkeys/remove", "/invitation", "/schools", "/set-up", "/set-up/person", "/sign-in", "/sign-in/carry-on", "/sign-in/code",
        "/sign-in/help", "/sign-in/recovery", "/sign-in/recovery-codes", "/sign-in/second-factor", "/welcome"
    ];

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task As_the_SENCO(int width) => await OnEveryPageAsync("Mrs Amina Khan", width);

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Signed_out(int width) => await OnEveryPageAsync(name: null, width);

    [Fact]
    public async Task Links_lead_the_SENCO_to_every_page()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsAsync("Mrs Amina Khan");
        var found = await SiteMap.WalkAsync(school.Services, window);

        var lost = SiteMap.Templates(school.Services).Except(found.Keys).Except(NotByLinks).Where(t => !t.EndsWith("/export", StringComparison.Ordinal));

        Assert.True(!lost.Any(), $"No link leads to {string.Join(", ", lost)}.");
    }

    private async Task OnEveryPageAsync(string? name, int width)
    {
        await using var window = await school.OpenAsync(width: width);
        if (name is not null)
        {
            await window.SignInAsAsync(name);
        }

        var pages = await SiteMap.WalkAsync(school.Services, window);
        window.Listen();
        var faults = new List<string>();
        foreach (var url in pages.Values)
        {
            await window.Page.GotoAsync(url);
            faults.AddRange((await window.Page.RunAxe()).Violations.Select(v => Said(url, v)));
            if (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"{url} scrolls sideways at {width} pixels.");
            }
        }

        Assert.True(pages.Count > (name is null ? 2 : 10), $"Only {pages.Count} pages were found.");
        faults.AddRange(window.Complaints);
        Assert.True(faults.Count == 0, $"{faults.Count} on {pages.Count} pages:\n- {string.Join("\n- ", faults)}");
    }

    private static string Said(string url, AxeResultItem fault) =>
        $"{url}: {fault.Id} ({fault.Impact}): {fault.Help}\n    {string.Join("\n    ", fault.Nodes.Take(3).Select(n => n.Html.Length > 200 ? n.Html[..200] : n.Html))}";
}
