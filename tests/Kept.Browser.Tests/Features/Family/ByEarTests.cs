using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>
/// From the printed letter to confirming what was written, as a Polish parent hears it who cannot see the page: each page on the way is read as the browser
/// gives it to a screen reader.
/// </summary>
[Collection(OneFamily.AtATime)]
public sealed class ByEarTests(DemoSchool school)
{
    private const string Reader = "Reads Polish";
    private const string TheirSenco = "Ms Claire Donovan";
    private static readonly Wording Polish = Wording.Of("pl")!;

    private readonly List<string> faults = [];

    [Fact]
    public async Task A_Polish_parent_hears_every_page_from_the_letter_to_the_record()
    {
        await using var desk = await school.OpenAsync();
        var (child, letter) = await LetterAsync(desk);
        await using var phone = await school.OpenAsync(width: 360, height: 640);
        var page = phone.Page;

        // In: a code that is none, nothing typed, a wrong day, and then the right one.
        await HearAsync(page, $"{letter[..letter.LastIndexOf('/')]}?language=pl");
        await page.GetByLabel(Polish["join.codeLabel"]).FillAsync("ABCD");
        await PressAsync(page, Polish["join.go"]);
        await HearAsync(page);
        await HearAsync(page, letter);
        await PressAsync(page, Polish["join.go"]);
        await HearErrorAsync(page, Polish["join.empty"]);
        var born = await school.BirthdayAsync(child);
        await page.GetByLabel(Polish["join.day"], new() { Exact = true }).FillAsync(born[0]);
        await page.GetByLabel(Polish["join.month"], new() { Exact = true }).FillAsync(born[1]);
        await page.GetByLabel(Polish["join.year"], new() { Exact = true }).FillAsync(born[2]);
        await PressAsync(page, Polish["join.go"]);
        await page.WaitForURLAsync(url => !url.Contains("/join/", StringComparison.Ordinal));
        var home = new Uri(page.Url).AbsolutePath;
        await HearAsync(page);

        // What was agreed: not yet, without and with what is missing.
        await page.Locator("details[open] textarea[name='Missing']").First.FillAsync(new string('x', 3000));
        await page.Locator("details[open] button[value='NotYet']").First.ClickAsync();
        await HearErrorAsync(page, null);
        await page.Locator("form:has(.govuk-error-message) textarea").FillAsync("Jeszcze nie przyszło");
        await page.Locator("form:has(.govuk-error-message) button").ClickAsync();
        await page.GetByText("Jeszcze nie przyszło").First.WaitForAsync();
        await HearAsync(page);

        // A worry before the meeting.
        await HearAsync(page, $"{home}/wrong");
        await PressAsync(page, Polish["wrong.send"]);
        await HearErrorAsync(page, null);
        await page.GetByLabel(Polish["wrong.other"]).CheckAsync();
        await page.GetByLabel(Polish["wrong.more"]).FillAsync("Rano płacze i nie chce iść");
        await PressAsync(page, Polish["wrong.send"]);
        await HearAsync(page);
        await page.GotoAsync(home);
        await page.Locator(".say a[href*='/meetings/']").ClickAsync();
        await HearAsync(page);
        await PressAsync(page, Polish["say.send"]);
        await HearErrorAsync(page, Polish["say.empty"]);
        await page.GetByLabel(Polish["say.well"], new() { Exact = true }).FillAsync("Lubi rysować");
        await PressAsync(page, Polish["say.send"]);
        await HearAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = Polish["interpreter.send"] }).ClickAsync();
        await HearAsync(page);

        // The record afterwards: what was understood otherwise needs words; then it is confirmed.
        await page.GotoAsync(home);
        await page.Locator(".rows a[href*='/meetings/']").First.ClickAsync();
        await HearAsync(page);
        await page.Locator("button[name='agrees'][value='false']").ClickAsync();
        await HearErrorAsync(page, Polish["record.howNeeded"]);
        await PressAsync(page, Polish["record.yes"]);
        await page.Locator(".said").First.WaitForAsync();
        await HearAsync(page);

        Assert.True(faults.Count == 0, $"{faults.Count}:\n- {string.Join("\n- ", faults.Distinct(StringComparer.Ordinal))}");
    }

    [Fact]
    public async Task Every_other_page_is_heard_in_Polish_as_well()
    {
        await using var phone = await school.OpenAsync(width: 360, height: 640);
        await phone.SignInAsParentAsync(Reader);
        var page = phone.Page;
        var home = new Uri(page.Url).AbsolutePath;
        foreach (var url in (string[])["/family", $"{home}/plan", $"{home}/documents", $"{home}/download", $"{home}/news", $"{home}/contact", $"{home}/messages", "/family/account", "/family/enter", "/receipt?language=pl"])
        {
            await HearAsync(page, url);
        }

        await page.GotoAsync(home);
        await page.Locator("a[href*='/receipts/']").First.ClickAsync();
        await HearAsync(page);

        await HearAsync(page, $"{home}/messages/write");
        await PressAsync(page, Polish["messages.send"]);
        await HearErrorAsync(page, null);
        await page.GetByLabel(Polish["messages.about"]).FillAsync("Strój na WF");
        await page.GetByLabel(Polish["messages.words"]).FillAsync("Czy Tymek może przynieść własne buty?");
        await PressAsync(page, Polish["messages.send"]);
        await HearAsync(page);
        await PressAsync(page, Polish["messages.send"]);
        await HearErrorAsync(page, null);
        await HearAsync(page, $"{home}/messages");

        // A plan with parts, and messages with a file and an answer, are with another family, whose page is Polish for a moment.
        await using (var other = await school.OpenAsync(width: 360, height: 640))
        {
            await other.SignInAsParentAsync("Reads Urdu");
            var theirs = new Uri(other.Page.Url).AbsolutePath;
            await HearAsync(other.Page, $"{theirs}?language=pl");
            await HearAsync(other.Page, $"{theirs}/messages");
            await other.Page.Locator(".rows a[href*='/messages/']").First.ClickAsync();
            await HearAsync(other.Page);
            await HearAsync(other.Page, $"{theirs}/documents");
            await HearAsync(other.Page, $"{theirs}/plan");
            await other.Page.Locator("main button[name='Agrees'][value='false']").First.ClickAsync();
            await HearErrorAsync(other.Page, Polish["plan.wordsNeeded"]);
        }

        Assert.True(faults.Count == 0, $"{faults.Count}:\n- {string.Join("\n- ", faults.Distinct(StringComparer.Ordinal))}");
    }

    [Fact]
    public async Task A_page_that_cannot_be_understood_by_ear_would_be_noticed()
    {
        await using var window = await school.OpenAsync();
        await window.Page.GotoAsync("/family/enter?language=pl");
        await window.Page.EvaluateAsync("""
            document.querySelector('main').innerHTML = `<h1>Jeden</h1><h3>Trzy</h3><a href="/a">Dalej</a><a href="/b">Dalej</a><input name="x"><img src="/built/favicon.svg">
              <p>The meeting of 2026-05-01</p><p class="govuk-error-message">Źle</p><span class="govuk-tag"></span>`
            """);

        var said = string.Join('\n', await HeardPage.FaultsAsync(window.Page, Polish));

        foreach (var expected in (string[])["a level is left out", "lead to different places", "a textbox has no name", "image has no name", "“meeting” is English", "a day stands in numbers", "is tied to no field", "by a colour alone"])
        {
            Assert.Contains(expected, said, StringComparison.Ordinal);
        }
    }

    private async Task HearAsync(IPage page, string? url = null)
    {
        if (url is not null)
        {
            await page.GotoAsync(url);
        }

        await page.WaitForLoadStateAsync();
        faults.AddRange(await HeardPage.FaultsAsync(page, Polish));
    }

    private async Task HearErrorAsync(IPage page, string? sentence)
    {
        await page.Locator(".govuk-error-summary").WaitForAsync();
        if (sentence is not null)
        {
            Assert.Contains(sentence, await page.Locator(".govuk-error-summary").InnerTextAsync(), StringComparison.Ordinal);
        }

        await HearAsync(page);
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>
    /// What the SENCO did before: a meeting was held and written down, another is booked, a promise is done, and the letter to come in with is printed, which is heard too.
    /// </summary>
    private async Task<(string Child, string Letter)> LetterAsync(Window desk)
    {
        string child;
        await using (var parent = await school.OpenAsync())
        {
            await parent.SignInAsParentAsync(Reader);
            child = parent.Page.Url.Split('/')[^1].Split('?')[0];
        }

        await desk.SignInAsAsync(TheirSenco);
        var page = desk.Page;
        await BookAsync(page, child, "12 May 2026", "15:30");
        await BookAsync(page, child, "27 April 2026", "09:00");
        await HoldAsync(page);
        await page.GotoAsync($"/pupils/{child}");
        await page.GetByRole(AriaRole.Link, new() { Name = "send the picture cards home" }).First.ClickAsync();
        await page.Locator("main summary", new() { HasText = "Done" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as done" }).ClickAsync();
        await page.WaitForLoadStateAsync();

        await page.GotoAsync($"/pupils/{child}/people");
        await page.Locator(".card", new() { HasText = "Polish" }).GetByRole(AriaRole.Button, new() { Name = "Invite" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the letter" }).ClickAsync();
        Assert.Equal("pl", await page.Locator(".letter-home").GetAttributeAsync("lang"));
        var tree = await page.Locator(".letter-home").AriaSnapshotAsync();
        Assert.Contains($"img \"{Polish["letter.picture"]}\"", tree, StringComparison.Ordinal);
        Assert.Contains(Polish["letter.subject"], tree, StringComparison.Ordinal);
        var address = await page.Locator(".letter-home .address").InnerTextAsync();
        var code = await page.Locator(".letter-home .key").InnerTextAsync();
        return (child, $"{address}/{code}");
    }

    private static async Task BookAsync(IPage page, string child, string day, string time)
    {
        await page.GotoAsync($"/meetings/book?pupil={child}");
        await page.Locator("[name='Form.Kind'][value='SenSupport']").CheckAsync(new() { Force = true });
        await page.FillAsync("[name='Form.Day']", day);
        await page.FillAsync("[name='Form.Time']", time);
        await page.Locator("[name='Form.Lead']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name='Form.Visibility'][value='Family']").CheckAsync(new() { Force = true });
        await page.Locator("[data-keeps]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/book", StringComparison.Ordinal));
    }

    /// <summary>The meeting that is open: with who is here, one promise, and a record that goes home.</summary>
    private static async Task HoldAsync(IPage page)
    {
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/run");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the meeting" }).ClickAsync();
        foreach (var here in await page.Locator("[name^='Here.Each'][value='Attended']").AllAsync())
        {
            await here.CheckAsync(new() { Force = true });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep who is here" }).ClickAsync();
        await page.FillAsync("[name='Line.Text']", "SENCO will send the picture cards home by Friday");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agree it" }).ClickAsync();
        await page.Locator("#agree li").WaitForAsync();
        await page.FillAsync("[name='Notes.Issue']", "Breaks are too loud");
        await page.FillAsync("[name='Notes.Said']", "We will find a quiet place");
        await page.FillAsync("[name='End.Review']", "12 May");
        await page.GetByRole(AriaRole.Button, new() { Name = "End the meeting" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/run", StringComparison.Ordinal));
    }
}
