using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>What somebody has to begin before there are pages of it.</summary>
internal static class Begun
{
    /// <summary>A question of the school’s own, which has languages to be translated into, and a pile of letters that was printed: each leads to pages that are not there before.</summary>
    public static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/settings/questions");
        if (await page.Locator("a[href*='/settings/questions/languages/']").CountAsync() == 0)
        {
            await page.GotoAsync("/settings/questions/write");
            await page.FillAsync("[name='Form.Words']", "Who helps your child at home?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
            await page.WaitForURLAsync("**/settings/questions");
        }

        // Letters are put together in the background, some moments after the school is opened.
        var (pile, print) = (page.Locator("a[href*='/telling/letters/']"), page.Locator("main form.acts button"));
        for (var tries = 0; tries < 120; tries++)
        {
            await page.GotoAsync("/telling/letters");
            if (await pile.CountAsync() > 0)
            {
                return;
            }

            if (await print.CountAsync() > 0)
            {
                await print.First.ClickAsync();
                await page.WaitForURLAsync("**/telling/letters/*");
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.Fail("No letter waits in the demonstration.");
    }
}
