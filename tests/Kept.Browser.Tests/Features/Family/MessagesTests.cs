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
        var faults = new List<string>();

        await page.Locator(".more a[href$='/messages']").ClickAsync();
        faults.AddRange(await Faults.OfAsync(page, "messages"));
        await page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.start"] }).ClickAsync();
        await page.FillAsync("[name='Form.Subject']", "La piscina");
        await page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.send"] }).ClickAsync();
        await page.GetByText(Spanish["messages.needWords"]).First.WaitForAsync();
        faults.AddRange(await Faults.OfAsync(page, "messages/write"));
        Assert.Equal("La piscina", await page.InputValueAsync("[name='Form.Subject']"));
        await page.FillAsync("textarea", "¿Puede Mateo ir a la piscina el viernes?");
        await page.GetByRole(AriaRole.Button, new() { Name = Spanish["messages.send"] }).ClickAsync();
        await page.GetByText(Spanish["messages.unread"]).First.WaitForAsync();
        var thread = new Uri(page.Url).AbsolutePath.Split('/');

        await using (var desk = await school.OpenAsync(javaScript: false))
        {
            await desk.SignInAsAsync(DemoSchool.Senco);
            await desk.Page.GotoAsync("/messages?whose=all");
            await desk.Page.GetByRole(AriaRole.Link, new() { Name = "La piscina" }).ClickAsync();
            await desk.Page.FillAsync("#Form_Words", "Yes. He needs his towel");
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send to" }).ClickAsync();
            await desk.Page.GetByText("Waits for the family").First.WaitForAsync();
            faults.AddRange(await Faults.OfAsync(desk.Page, $"/pupils/{thread[3]}/messages/{thread[5]}"));
        }

        await page.ReloadAsync();
        await page.GetByText("Yes. He needs his towel").First.WaitForAsync();
        await page.GetByText(Spanish["messages.yourTurn"]).First.WaitForAsync();
        faults.AddRange(await Faults.OfAsync(page, page.Url));
        Assert.True(faults.Count == 0, string.Join("\n- ", faults));
    }
}
