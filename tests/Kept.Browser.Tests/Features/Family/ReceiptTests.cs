using Kept.Domain.Ledger;
using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>From the child's page to a paper in the hand, and from the paper to the record's answer on somebody else's phone.</summary>
[Collection(OneFamily.AtATime)]
public sealed class ReceiptTests(DemoSchool school)
{
    [Theory]
    [InlineData("Reads Urdu", "ur")]
    [InlineData("Reads Polish", "pl")]
    public async Task Without_JavaScript_on_a_small_phone(string parent, string language)
    {
        var words = Wording.Of(language)!;
        await using var desk = await school.OpenAsync();
        await desk.SignInAsParentAsync(parent);
        await using var phone = await school.OpenAsync(javaScript: false, width: 360, height: 640);
        await phone.Context.AddCookiesAsync([.. (await desk.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path })]);
        var page = phone.Page;

        await page.GotoAsync(new Uri(desk.Page.Url).AbsolutePath);
        // What the family raised stands first, and no receipt is for that.
        var promise = page.Locator(".promise:has(a[href*='/receipts/'])").First;
        var what = await promise.Locator("h2").InnerTextAsync();
        await promise.Locator("a[href*='/receipts/']").ClickAsync();
        Assert.Equal(what, await page.Locator(".promise h2").InnerTextAsync());
        Assert.True(await FitsAsync(page), "The receipt scrolls sideways.");
        var code = await page.Locator(".key").InnerTextAsync();

        await using var stranger = await school.OpenAsync(javaScript: false, width: 360, height: 640);
        await stranger.Page.GotoAsync($"/receipt?language={language}");
        Assert.True(await FitsAsync(stranger.Page), "The page for the code scrolls sideways.");
        await stranger.Page.FillAsync("[name='Code']", code.Replace('-', ' ').ToLowerInvariant());
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = words["join.go"] }).ClickAsync();
        Assert.EndsWith($"/receipt/{code}", new Uri(stranger.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(words["receipt.real"], await stranger.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(words.Direction, await stranger.Page.Locator("html").GetAttributeAsync("dir"));
        Assert.DoesNotContain(what, await stranger.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.True(await FitsAsync(stranger.Page), "The answer scrolls sideways.");
        var seal = await stranger.Page.Locator("main code").InnerTextAsync();
        await stranger.Page.Locator("main a[href$='/checkpoints']").ClickAsync();
        await stranger.Page.Locator("main ol", new() { HasText = seal }).WaitForAsync();
    }

    [Fact]
    public async Task Everybody_can_use_each_of_its_pages_in_every_language()
    {
        await using var window = await school.OpenAsync();
        await window.SignInAsParentAsync("Reads Urdu");
        window.Listen();
        var receipt = await window.Page.Locator("a[href*='/receipts/']").First.GetAttributeAsync("href");
        await window.Page.GotoAsync(receipt!);
        var code = await window.Page.Locator(".key").InnerTextAsync();
        var madeUp = new Receipt(0, 0, 1, 0, 0).Code;
        var faults = new List<string>();
        foreach (var language in Wording.All.Where(l => l.Tag is "en" or "ur" or "pl" or "ta" or "zh-Hans"))
        {
            foreach (var url in new[] { receipt!, "/receipt", $"/receipt/{code}", $"/receipt/{madeUp}", $"/receipt/{madeUp[..^1]}", $"/proof/{receipt!.Split('/')[2]}/checkpoints" })
            {
                await window.Page.GotoAsync($"{url}?language={language.Tag}");
                Assert.Equal(language.IsRightToLeft ? "rtl" : "ltr", await window.Page.EvaluateAsync<string>("document.dir"));
                faults.AddRange(await Faults.OfAsync(window.Page, window.Page.Url));
            }
        }

        // That a code is none is answered with 404, which the browser notes.
        faults.AddRange(window.Complaints.Where(said => !said.Contains("404", StringComparison.Ordinal)));
        Assert.True(faults.Count == 0, $"{faults.Count}:\n- {string.Join("\n- ", faults)}");
    }

    private static async Task<bool> FitsAsync(IPage page) => await page.Locator("html").EvaluateAsync<bool>("html => html.scrollWidth <= html.clientWidth");
}
