using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>A parent lets their own phone in, in a real browser with a made-up fingerprint reader, until the school ends it.</summary>
[Collection(OneFamily.AtATime)]
public sealed class PhoneTests(DemoSchool school)
{
    private static readonly Wording Urdu = Wording.Of("ur")!;

    /// <summary>Of a family of whom no other test knows: at the end nothing of theirs opens anything.</summary>
    private static readonly Wording Bengali = Wording.Of("bn")!;

    [Fact]
    public async Task On_a_small_phone_until_the_school_ends_it()
    {
        await using var phone = await school.OpenAsync(width: 360, height: 740, host: "localhost");
        var page = phone.Page;
        await FingerprintReaderAsync(page);
        await page.GotoAsync("/demo/sign-in");
        var name = (await page.Locator("form[action*='Carer'] button", new() { HasText = "Reads Bengali" }).First.InnerTextAsync()).Split('\n')[0].Trim();
        await phone.SignInAsParentAsync("Reads Bengali");
        var child = new Uri(page.Url).AbsolutePath.Split('/')[^1];

        await page.GetByRole(AriaRole.Link, new() { Name = Bengali["phone.title"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Bengali["phone.add"] }).ClickAsync();
        await page.GetByText(Bengali["phone.done"]).WaitForAsync();
        Assert.Equal([Bengali["phone.mine"]], await page.Locator(".settings b").AllInnerTextsAsync());

        // The same phone again is told so, in the same language.
        await page.GetByRole(AriaRole.Button, new() { Name = Bengali["phone.add"] }).ClickAsync();
        await page.GetByText(Bengali["phone.already"]).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = Bengali["frame.signOut"] }).ClickAsync();
        await page.WaitForURLAsync("**/family/enter");
        await page.GotoAsync("/family/enter?language=bn");
        await page.GetByRole(AriaRole.Button, new() { Name = Bengali["phone.title"] }).ClickAsync();
        await page.WaitForURLAsync($"**/{child}");

        await using (var desk = await school.OpenAsync())
        {
            await desk.SignInAsAsync(DemoSchool.Senco);
            await desk.Page.GotoAsync($"/pupils/{child}/people");
            await desk.Page.Locator(".card", new() { HasText = name }).GetByRole(AriaRole.Button, new() { Name = "Invite" }).First.ClickAsync();
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "End letter and sign-in" }).ClickAsync();
            await desk.Page.GetByText("no passkey of theirs works").WaitForAsync();
        }

        await page.ReloadAsync();
        await page.WaitForURLAsync("**/family/enter");
        await page.GetByRole(AriaRole.Button, new() { Name = Bengali["phone.title"] }).ClickAsync();
        await page.GetByText(Bengali["phone.failed"]).First.WaitForAsync();
        Assert.Empty(await page.Locator("form[action='/family/sign-out']").AllAsync());
    }

    [Fact]
    public async Task Its_page_can_be_used_by_everybody()
    {
        await using var phone = await school.OpenAsync(width: 360, height: 740, host: "localhost");
        await FingerprintReaderAsync(phone.Page);
        phone.Listen();
        await phone.SignInAsParentAsync("Reads Polish");
        await phone.Page.GotoAsync("/family/account");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = Wording.Of("pl")!["phone.add"] }).ClickAsync();
        await phone.Page.Locator(".settings").WaitForAsync();
        var faults = new List<string>();
        foreach (var language in Wording.All)
        {
            foreach (var url in (string[])["/family/account", "/family/enter"])
            {
                await phone.Page.GotoAsync($"{url}?language={language.Tag}");
                await phone.Page.Locator("[data-passkey]:not([hidden])").WaitForAsync();
                faults.AddRange(await Faults.OfAsync(phone.Page, phone.Page.Url));
            }
        }

        faults.AddRange(phone.Complaints);
        Assert.True(faults.Count == 0, string.Join("\n- ", faults));
    }

    [Fact]
    public async Task Without_JavaScript_it_says_that_a_letter_or_a_link_works_too()
    {
        await using var phone = await school.OpenAsync(javaScript: false, width: 360, height: 740);
        await phone.SignInAsParentAsync("Reads Urdu");
        await phone.Page.GotoAsync("/family/account");

        Assert.True(await phone.Page.GetByText(Urdu["phone.else"]).IsVisibleAsync());
        Assert.False(await phone.Page.GetByRole(AriaRole.Button, new() { Name = Urdu["phone.add"] }).IsVisibleAsync());
        await phone.Page.GotoAsync("/family/enter");
        Assert.False(await phone.Page.GetByRole(AriaRole.Button, new() { Name = Urdu["phone.title"] }).IsVisibleAsync());
    }

    private static async Task FingerprintReaderAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true
            }
        });
    }
}
