using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>From the printed letter to being heard, as a parent with an old phone and no English would live it.</summary>
[Collection(OneFamily.AtATime)]
public sealed class JourneyTests(DemoSchool school)
{
    private static readonly Wording Urdu = Wording.Of("ur")!;

    [Fact]
    public async Task In_Urdu_without_JavaScript_on_a_small_phone()
    {
        var (letter, born) = await LetterAsync();
        await using var phone = await school.OpenAsync(javaScript: false, width: 360, height: 640);
        var page = phone.Page;

        await page.GotoAsync(letter);
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await page.FillAsync("[name='Born.Day']", born[0]);
        await page.FillAsync("[name='Born.Month']", born[1]);
        await page.FillAsync("[name='Born.Year']", born[2]);

        // Not as a phone of her own: that cookie ends on a day of our clock, which this browser’s own clock has passed.
        Assert.False(await page.GetByRole(AriaRole.Checkbox, new() { Name = Urdu["join.mine"] }).IsCheckedAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = Urdu["join.go"] }).ClickAsync();

        await page.WaitForURLAsync(url => !url.Contains("/join/", StringComparison.Ordinal));
        var promise = page.Locator(".promise:has(.two)").First;
        var what = await promise.Locator("h2").InnerTextAsync();
        await promise.Locator("summary").ClickAsync();
        await promise.Locator("textarea").FillAsync("ابھی تک نہیں ملا");
        await promise.GetByRole(AriaRole.Button, new() { Name = Urdu["wrong.send"] }).ClickAsync();
        await page.GetByText("ابھی تک نہیں ملا").First.WaitForAsync();

        await page.Locator(".more a[href$='/wrong']").ClickAsync();
        await page.Locator("input[value='SomethingElse']").CheckAsync();
        await page.FillAsync("textarea", "وہ صبح روتی ہے");
        await page.GetByRole(AriaRole.Button, new() { Name = Urdu["wrong.send"] }).ClickAsync();
        await page.GetByText("وہ صبح روتی ہے").First.WaitForAsync();

        await page.Locator(".say a[href*='/meetings/']").ClickAsync();
        await page.FillAsync("[name='Form.Well']", "اسے پڑھنا پسند ہے");
        await page.GetByRole(AriaRole.Button, new() { Name = Urdu["say.send"] }).ClickAsync();
        await page.GetByText("اسے پڑھنا پسند ہے").First.WaitForAsync();
        await page.GoBackAsync();
        await page.Locator(".back").ClickAsync();

        await page.Locator(".rows a[href*='/meetings/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Urdu["record.yes"] }).ClickAsync();
        await page.Locator(".said").WaitForAsync();

        await using var desk = await school.OpenAsync();
        await desk.SignInAsAsync(DemoSchool.Senco);
        await desk.Page.GotoAsync("/today?whose=all");
        await desk.Page.GetByText("وہ صبح روتی ہے").First.WaitForAsync();
        await desk.Page.Locator("section", new() { HasText = "Not yet, say families" }).GetByText(what).First.WaitForAsync();
    }

    [Fact]
    public async Task In_Polish_a_screen_reader_hears_each_thing_by_its_name()
    {
        await using var phone = await school.OpenAsync(width: 360, height: 640);
        await phone.SignInAsParentAsync("Reads Polish");
        var home = new Uri(phone.Page.Url).AbsolutePath;
        var polish = Wording.Of("pl")!;
        foreach (var (url, heard) in new[] { (home, polish["wrong.link"]), ($"{home}/wrong", polish["wrong.kind"]), ("/family/enter", polish["enter.title"]) })
        {
            await phone.Page.GotoAsync(url);
            Assert.Equal("pl", await phone.Page.Locator("html").GetAttributeAsync("lang"));
            var tree = await phone.Page.Locator("body").AriaSnapshotAsync();
            Assert.Contains(heard, tree, StringComparison.Ordinal);
            Assert.Contains("[level=1]", tree, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?m)^\s*- (button|link|textbox|combobox|radio|checkbox)(:| \[|$)", tree);
        }
    }

    [Fact]
    public async Task The_way_in_can_be_used_by_everybody()
    {
        var (letter, _) = await LetterAsync();
        await using var phone = await school.OpenAsync(width: 360, height: 640);
        var faults = new List<string>();
        foreach (var language in Wording.All)
        {
            foreach (var url in new[] { letter, letter[..letter.LastIndexOf('/')], letter[..^1], "/family/enter" })
            {
                await phone.Page.GotoAsync($"{url}?language={language.Tag}");
                faults.AddRange(await Faults.OfAsync(phone.Page, $"{url} in {language.EnglishName}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n- ", faults));
    }

    /// <summary>The letter that the SENCO prints for the first carer of theirs who reads Urdu, and the birthday that it asks for.</summary>
    private async Task<(string Letter, string[] Born)> LetterAsync()
    {
        await using var parent = await school.OpenAsync();
        await parent.SignInAsParentAsync("Reads Urdu");
        var child = parent.Page.Url.Split('/')[^1].Split('?')[0];
        await using var desk = await school.OpenAsync();
        await desk.SignInAsAsync(DemoSchool.Senco);
        await DoOneAsync(desk.Page, child);
        await desk.Page.GotoAsync($"/pupils/{child}/people");
        await desk.Page.Locator(".card", new() { HasText = "Urdu" }).GetByRole(AriaRole.Button, new() { Name = "Invite" }).First.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Make the letter" }).ClickAsync();
        var address = await desk.Page.Locator(".letter-home .address").InnerTextAsync();
        var code = await desk.Page.Locator(".letter-home .key").InnerTextAsync();
        return ($"{address}/{code}", await school.BirthdayAsync(child));
    }

    private static int plans;

    /// <summary>So that there is something of which the family can say whether it happened.</summary>
    private static async Task DoOneAsync(IPage page, string child)
    {
        // Each in words of its own: who hears the page tells promises apart by them.
        var number = Interlocked.Increment(ref plans);
        await page.GotoAsync($"/log?pupil={child}");
        await page.CheckAsync("[name='Form.Channel'][value=Phone]");
        await page.Locator("[name='Form.With']").First.CheckAsync();
        await page.FillAsync("[name='Form.Issue']", "Asks for the reading plan");
        await page.FillAsync("[name='Form.Lines[0].Text']", $"SENCO will send reading plan {number} home by Friday");
        await page.Locator("[data-keeps]").ClickAsync();
        await page.WaitForURLAsync($"**/pupils/{child}**");
        await page.GetByRole(AriaRole.Link, new() { Name = $"send reading plan {number} home" }).First.ClickAsync();
        await page.Locator("main summary", new() { HasText = "Done" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as done" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
