namespace Kept.Browser.Tests;

/// <summary>Every page, on a phone and on a desk: accessible, without sideways scrolling, and without a word of complaint from the browser.</summary>
public sealed class EveryPageTests(DemoSchool school)
{
    /// <summary>Reached in the middle of something that this walk does not do: the tests of the first run, of signing in and of each page look at them.</summary>
    private static readonly string[] NotByLinks =
    [
        "/", "/account/confirm", "/account/passkeys/remove", "/invitation", "/receipt/{code}", "/schools", "/set-up", "/set-up/person", "/sign-in", "/sign-in/carry-on", "/sign-in/code",
        "/sign-in/help", "/sign-in/recovery", "/sign-in/recovery-codes", "/sign-in/second-factor", "/welcome"
    ];

    [Fact]
    public async Task As_the_SENCO()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsAsync(DemoSchool.Senco);

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
        await window.SignInAsAsync(DemoSchool.Senco);
        var found = await school.PagesAsync(window);

        var lost = SiteMap.Templates(school.Services).Except(found.Keys).Except(NotByLinks).Where(t => !t.EndsWith("/export", StringComparison.Ordinal) && !IsForFamilies(t)).ToList();

        Assert.True(lost.Count == 0, $"No link leads to {string.Join(", ", lost)}.");
    }

    [Fact]
    public async Task A_page_that_not_everybody_can_use_would_be_noticed()
    {
        await using var window = await school.OpenAsync();
        await window.Page.SetContentAsync("<html><body><input><p style='width:3000px'>Wide</p></body></html>");

        var faults = await Faults.OfAsync(window.Page, "/planted");

        Assert.Contains(faults, fault => fault.StartsWith("/planted at 360: label (critical)", StringComparison.Ordinal) && fault.Contains("<input>", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("scrolls sideways", StringComparison.Ordinal));
    }

    /// <summary>Looked at in every language by the families’ own tests.</summary>
    private static bool IsForFamilies(string template) => template.StartsWith("/family", StringComparison.Ordinal);

    private async Task OnEveryPageAsync(Window window, int atLeast)
    {
        var pages = await school.PagesAsync(window);
        window.Listen();
        var faults = new List<string>();
        foreach (var url in pages.Values)
        {
            await window.Page.GotoAsync(url);
            faults.AddRange(await Faults.OfAsync(window.Page, url));
        }

        Assert.True(pages.Count >= atLeast, $"Only {pages.Count} pages were found: {string.Join(", ", pages.Keys)}.");
        faults.AddRange(window.Complaints);
        Assert.True(faults.Count == 0, $"{faults.Count} on {pages.Count} pages:\n- {string.Join("\n- ", faults)}");
    }
}
