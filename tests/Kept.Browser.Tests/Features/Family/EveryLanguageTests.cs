using System.IO.Compression;
using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>The pages for families: in every language accessible and without sideways scrolling; light enough for a cheap phone.</summary>
[Collection(OneFamily.AtATime)]
public sealed class EveryLanguageTests(DemoSchool school)
{
    /// <summary>What the first view of a page for families may weigh with all that it loads, as it comes over the wire.</summary>
    private const int MostBytes = 60 * 1024;

    [Fact]
    public async Task Every_page_can_be_used_in_every_language()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsParentAsync("Reads Urdu");
        window.Listen();
        var pages = await FamilyPages.OfAsync(school, window);
        var faults = new List<string>();
        foreach (var language in Wording.All)
        {
            foreach (var url in pages)
            {
                await window.Page.GotoAsync($"{url}?language={language.Tag}");
                Assert.Equal(language.IsRightToLeft ? "rtl" : "ltr", await window.Page.EvaluateAsync<string>("document.dir"));
                faults.AddRange(await Faults.OfAsync(window.Page, window.Page.Url));
            }
        }

        faults.AddRange(window.Complaints);
        Assert.True(faults.Count == 0, $"{faults.Count}:\n- {string.Join("\n- ", faults)}");
    }

    [Fact]
    public async Task A_family_of_two_children_chooses_one_in_every_language()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsParentAsync("Reads Ukrainian");
        await school.AddSiblingAsync(new Uri(window.Page.Url).AbsolutePath.Split('/')[^1]);
        var faults = new List<string>();
        foreach (var language in Wording.All)
        {
            await window.Page.GotoAsync($"/family?language={language.Tag}");
            Assert.Equal(2, await window.Page.Locator(".rows a").CountAsync());
            faults.AddRange(await Faults.OfAsync(window.Page, window.Page.Url));
        }

        await window.Page.GotoAsync("/family?language=pl");
        faults.AddRange(await HeardPage.FaultsAsync(window.Page, Wording.Of("pl")!));
        Assert.True(faults.Count == 0, $"{faults.Count}:\n- {string.Join("\n- ", faults)}");
    }

    [Fact]
    public async Task Four_times_as_large_it_still_fits()
    {
        // 400% on a screen of 1280 pixels.
        await using var window = await school.OpenAsync(width: 320, height: 256);
        await window.SignInAsParentAsync("Reads Urdu");
        var pages = await FamilyPages.OfAsync(school, window);
        var wide = new List<string>();
        foreach (var language in Wording.All)
        {
            foreach (var url in pages)
            {
                await window.Page.GotoAsync($"{url}?language={language.Tag}");
                await window.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
                if (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                {
                    wide.Add($"{url} in {language.EnglishName}");
                }
            }
        }

        Assert.True(wide.Count == 0, $"These scroll sideways:\n- {string.Join("\n- ", wide)}");
    }

    [Theory]
    [InlineData("ur")]
    [InlineData("pl")]
    [InlineData("ta")]
    [InlineData("en")]
    public async Task The_first_view_is_light(string language)
    {
        await using var window = await school.OpenAsync(width: 360, height: 740);
        await window.SignInAsParentAsync("Reads Urdu");
        var heavy = new List<string>();
        foreach (var url in await FamilyPages.OfAsync(school, window))
        {
            var bytes = await WeightAsync(window, $"{url}?language={language}");
            if (bytes >= MostBytes)
            {
                heavy.Add($"{url}: {bytes} bytes");
            }
        }

        Assert.True(heavy.Count == 0, $"In {language} more than {MostBytes} bytes:\n- {string.Join("\n- ", heavy)}");
    }

    [Fact]
    public async Task Plurals_are_those_of_the_Unicode_CLDR()
    {
        await using var window = await school.OpenAsync();
        foreach (var language in Wording.All)
        {
            var theirs = await window.Page.EvaluateAsync<string[]>(
                "tag => { const rules = new Intl.PluralRules(tag); return Array.from({ length: 1200 }, (_, n) => rules.select(n)) }", language.Tag);

            Assert.Equal(theirs, Enumerable.Range(0, 1200).Select(n => Plurals.FormOf(language.Tag, n)));
        }
    }

    /// <summary>With nothing kept from a page before.</summary>
    private async Task<int> WeightAsync(Window window, string url)
    {
        await using var fresh = await school.OpenAsync(width: 360, height: 740);
        await fresh.ComeInAsAsync(window);
        var loaded = new List<IResponse>();
        fresh.Page.Response += (_, answer) => loaded.Add(answer);
        await fresh.Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var bytes = 0;
        foreach (var answer in loaded.ToList())
        {
            bytes += Compressed(answer, await answer.BodyAsync());
        }

        return bytes;
    }

    /// <summary>As a published Kept sends it: styles compressed beforehand, pages quickly. Fonts and pictures are as they are.</summary>
    private static int Compressed(IResponse answer, byte[] body)
    {
        if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/", StringComparison.Ordinal))
        {
            return body.Length;
        }

        using var small = new MemoryStream();
        var level = answer.Url.Contains("/built/", StringComparison.Ordinal) ? CompressionLevel.SmallestSize : CompressionLevel.Fastest;
        using (var brotli = new BrotliStream(small, level, leaveOpen: true))
        {
            brotli.Write(body);
        }

        return (int)small.Length;
    }
}
