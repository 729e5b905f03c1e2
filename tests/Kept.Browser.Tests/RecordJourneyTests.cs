using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>The promise of the record, as somebody would live it: said, logged, seen everywhere, done.</summary>
public sealed class RecordJourneyTests(DemoSchool school)
{
    private const string Plan = "share a shorter start-of-day plan";

    [Fact]
    public async Task A_call_is_logged_by_keyboard_alone_and_seen_everywhere()
    {
        await using var window = await school.OpenAsync();
        window.Listen();
        await window.SignInAsAsync("Mrs Amina Khan");

        await window.PressAsync("l");
        await window.Page.WaitForURLAsync("**/log");
        await window.TabToAsync("Form.Pupil");
        await window.TypeAsync("leo b");
        await window.Page.GetByRole(AriaRole.Option, new() { Name = "Leo Bennett" }).First.WaitForAsync();
        await window.PressAsync("Enter");
        await window.Page.GetByText("Another pupil").WaitForAsync();

        await window.ChooseAsync("Form.When", "other");
        await window.TabToAsync("Form.Day");
        await window.TypeAsync("25 April");
        await window.ChooseAsync("Form.Channel", "Phone");
        await window.ChooseAsync("Form.With", "other");
        await window.TabToAsync("Form.WithWords");
        await window.TypeAsync("mum");
        await window.TabToAsync("Form.Issue");
        await window.TypeAsync("morning anxiety and late arrival");
        await window.TabToAsync("Form.Lines[0].Text");
        await window.TypeAsync($"SENCO to {Plan} by Friday");
        await window.ChooseAsync("Form.Review", "pick");
        await window.TabToAsync("Form.ReviewDay");
        await window.TypeAsync("2 May");
        await window.PressAsync("Control+Enter");

        await window.Page.WaitForURLAsync("**/pupils/**");
        await SeenAsync(window, "Leo Bennett", "morning anxiety and late arrival", Plan, "25 April");
        await window.Page.GotoAsync("/actions");
        await SeenAsync(window, Plan);
        await window.Page.GotoAsync("/search?q=anxiety+late");
        await SeenAsync(window, "morning anxiety");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_JavaScript_the_record_is_complete()
    {
        await using var window = await school.OpenAsync(javaScript: false, width: 360);
        await window.SignInAsAsync("Mrs Amina Khan");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Log it" }).ClickAsync();
        await window.Page.FillAsync("[name='Form.Pupil']", "leo bennett");
        await window.Page.CheckAsync("[name='Form.Channel'][value=Phone]");
        await window.Page.FillAsync("[name='Form.WithWords']", "mum");
        await window.Page.FillAsync("[name='Form.Issue']", "Leo is tired after the reading group");
        await window.Page.FillAsync("[name='Form.Lines[0].Text']", "Class teacher will reduce written work by Friday");
        await window.Page.Locator("[data-keeps]").ClickAsync();

        await window.Page.WaitForURLAsync("**/pupils/**");
        await SeenAsync(window, "Leo is tired after the reading group", "reduce written work");

        await window.Page.GotoAsync("/actions");
        var row = window.Page.Locator(".row", new() { HasText = "reduce written work" }).First;
        await row.Locator("summary").First.ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Mark as done" }).ClickAsync();
        await SeenAsync(window, "Done, and kept in the record");
        await window.Page.GotoAsync("/actions?status=all&q=reduce+written+work");
        await SeenAsync(window, "reduce written work");

        await window.Page.GotoAsync("/search?q=reading+group");
        await SeenAsync(window, "tired after the reading group");
    }

    private static async Task SeenAsync(Window window, params string[] words)
    {
        var text = await window.Page.Locator("main").InnerTextAsync();
        foreach (var word in words)
        {
            Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
