using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>Large print, strong contrast, easy read and reading aloud: chosen once, and every page for families can be used in them.</summary>
[Collection(OneFamily.AtATime)]
public sealed class FormatsTests(DemoSchool school)
{
    private const string AVoice = """
        Object.defineProperty(window, 'speechSynthesis', { value: { said: [], getVoices: () => [{ lang: 'en-GB', name: 'Test' }],
          addEventListener() {}, cancel() { this.said.push('-') }, speak(words) { this.said.push(words.text); words.onstart?.() } } })
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
        """;

    [Fact]
    public async Task Every_page_can_be_used_in_every_form()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsParentAsync("Reads Urdu");
        window.Listen();
        var home = new Uri(window.Page.Url).AbsolutePath;
        // Anybody may look whether a receipt is real: that page knows nobody’s choice, and has the switch for larger letters.
        var pages = (await FamilyPages.OfAsync(school, window)).Where(url => url is not "/receipt").ToList();
        await ChooseAsync(window.Page, home, "LargePrint", "EasyRead", "HighContrast", "ReadAloud");
        var faults = new List<string>();
        foreach (var language in (string[])["ur", "en", "ta", "pl"])
        {
            foreach (var url in pages)
            {
                await window.Page.GotoAsync($"{url}?language={language}");
                Assert.Equal($"in-large in-contrast in-easy {window.Page.Url}", await window.Page.EvaluateAsync<string>("`${document.documentElement.className} ${location.href}`"));
                faults.AddRange(await Faults.OfAsync(window.Page, window.Page.Url));
                Assert.True(await window.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)") >= 24, "18 point are 24 pixels");
            }
        }

        await ChooseAsync(window.Page, home);
        faults.AddRange(window.Complaints);
        Assert.True(faults.Count == 0, $"{faults.Count}:\n- {string.Join("\n- ", faults)}");
    }

    [Fact]
    public async Task Large_print_at_four_times_the_size_still_fits()
    {
        // 400% on a screen of 1280 pixels.
        await using var window = await school.OpenAsync(width: 320, height: 256);
        await window.SignInAsParentAsync("Reads Urdu");
        var home = new Uri(window.Page.Url).AbsolutePath;
        var meeting = await window.Page.Locator("a[href*='/meetings/']").First.GetAttributeAsync("href");
        foreach (var language in (string[])["ur", "en", "ta", "pl", "so", "cy"])
        {
            foreach (var page in (string?[])["/family/enter", "/family/join/hillview", home, meeting, $"{home}/contact"])
            {
                await window.Page.GotoAsync($"{page}?language={language}");
                await window.Page.GotoAsync($"{page}?look=large-strong");
                Assert.Equal("in-large in-contrast", await window.Page.EvaluateAsync<string>("document.documentElement.className"));
                Assert.False(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{page} scrolls sideways in {language}");
            }
        }
    }

    [Fact]
    public async Task Without_a_voice_the_page_says_nothing_of_reading_aloud()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsParentAsync("Reads Urdu");
        var home = new Uri(window.Page.Url).AbsolutePath;
        await ChooseAsync(window.Page, home, "ReadAloud");

        await window.Page.AddInitScriptAsync(AVoice);
        await window.Page.GotoAsync($"{home}?language=ur", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.False(await window.Page.Locator("[data-aloud]").IsVisibleAsync());

        await window.Page.GotoAsync($"{home}?language=en");
        await window.Page.Locator("[data-aloud]").ClickAsync();

        var said = await window.Page.EvaluateAsync<string[]>("speechSynthesis.said");
        Assert.Equal(await window.Page.Locator("h1").InnerTextAsync(), said[1]);
        Assert.Contains(said, piece => piece.StartsWith("Who", StringComparison.Ordinal));
        Assert.Equal("Stop reading", await window.Page.Locator("[data-aloud]").InnerTextAsync());
        await window.Page.Locator("[data-aloud]").ClickAsync();
        Assert.Equal("-", (await window.Page.EvaluateAsync<string[]>("speechSynthesis.said"))[^1]);
        Assert.Equal("Read this page to me", await window.Page.Locator("[data-aloud]").InnerTextAsync());
        await ChooseAsync(window.Page, home);
    }

    private static async Task ChooseAsync(IPage page, string home, params string[] forms)
    {
        await page.GotoAsync($"{home}/contact");
        foreach (var form in (string[])["LargePrint", "EasyRead", "HighContrast", "ReadAloud"])
        {
            await page.Locator($"input[name='{form}']").SetCheckedAsync(forms.Contains(form));
        }

        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/contact", StringComparison.Ordinal));
    }
}
