using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>A parent writes on an old phone, the school answers, the parent reads.</summary>
public sealed class MessagesTests(DemoSchool school)
{
    private static readonly Wording Spanish = Wording.Of("es")!;

    [Fact]
    public async Task In_Spanish_without_JavaScript_on_a_small_phone()
    {
        await using var phone = await school.OpenAsync(javaScript: false, width: 360, height: 640);
        await phone.SignInAsParentAsync("Reads Spanish");
        var page = phone.Page;

        await page.Locator(".more a[href$='/messages']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.start"] }).ClickAsync();
        await page.FillAsync("[name='Form.Subject']", "La piscina");
        await page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.send"] }).ClickAsync();
        await page.GetByText(Spanish["messages.needWords"]).First.WaitForAsync();
        Assert.Equal("La piscina", await page.InputValueAsync("[name='Form.Subject']"));
        await page.FillAsync("textarea", "¿Puede Mateo ir a la piscina el viernes?");
        await page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.send"] }).ClickAsync();
        await page.GetByText(Spanish["messages.unread"]).First.WaitForAsync();

        await using (var desk = await school.OpenAsync(javaScript: false))
        {
            await desk.SignInAsAsync(DemoSchool.Senco);
            await desk.Page.GotoAsync("/messages?whose=all");
            await desk.Page.GetByRole(AriaRole.Link, new() { Name = "La piscina" }).ClickAsync();
            await desk.Page.FillAsync("#Form_Words", "Yes. He needs his towel");
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send to" }).ClickAsync();
            await desk.Page.GetByText("Waits for the family").First.WaitForAsync();
        }

        await page.ReloadAsync();
        await page.GetByText("Yes. He needs his towel").First.WaitForAsync();
        await page.GetByText(Spanish["messages.yourTurn"]).First.WaitForAsync();
    }

    [Fact]
    public async Task Its_pages_can_be_used_by_everybody()
    {
        await using var phone = await school.OpenAsync(width: 360, height: 640);
        await phone.SignInAsParentAsync("Reads Spanish");
        var home = new Uri(phone.Page.Url).AbsolutePath;
        var faults = new List<string>();
        await phone.Page.GotoAsync($"{home}/messages/write");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.send"] }).ClickAsync();
        await phone.Page.Locator(".govuk-error-summary").WaitForAsync();
        faults.AddRange(await Faults.OfAsync(phone.Page, "what is missing"));
        await phone.Page.GotoAsync($"{home}/messages");
        faults.AddRange(await Faults.OfAsync(phone.Page, "messages"));
        await phone.Page.Locator(".rows a").First.ClickAsync();
        await phone.Page.Locator(".talk").WaitForAsync();
        faults.AddRange(await Faults.OfAsync(phone.Page, "a thread"));

        await using var desk = await school.OpenAsync(width: 360, height: 640);
        await desk.SignInAsAsync(DemoSchool.Senco);
        await desk.Page.GotoAsync("/messages?whose=all");
        faults.AddRange(await Faults.OfAsync(desk.Page, "/messages"));
        await desk.Page.Locator(".rows a").First.ClickAsync();
        await desk.Page.Locator(".talk").WaitForAsync();
        faults.AddRange(await Faults.OfAsync(desk.Page, "a thread, for staff"));
        Assert.True(faults.Count == 0, string.Join("\n- ", faults));
    }
}
