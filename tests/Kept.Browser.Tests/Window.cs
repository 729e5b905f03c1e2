using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>One browser window, with what somebody at it does.</summary>
public sealed class Window(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const int MostTabs = 120;

    private readonly List<string> complaints = [];

    public IPage Page => page;

    public IBrowserContext Context => context;

    public string? SignedInAs { get; private set; }

    /// <summary>What the browser itself objected to: errors in scripts, things that the content policy blocked.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public ValueTask DisposeAsync() => context.DisposeAsync();

    public void Listen()
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    /// <summary>In the demo one becomes somebody with one press.</summary>
    public async Task SignInAsAsync(string name)
    {
        await page.GotoAsync("/demo/sign-in");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
        await page.WaitForURLAsync("**/today");

        // Its scripts as well: a key pressed before they are there does nothing.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        SignedInAs = name;
    }

    /// <summary>In the demo one becomes a parent with one press too: the first whose button says this.</summary>
    public async Task SignInAsParentAsync(string words)
    {
        await page.GotoAsync("/demo/sign-in");
        await page.Locator("form[action*='Carer'] button", new() { HasText = words }).First.ClickAsync();
        await page.WaitForURLAsync("**/family/**");
        SignedInAs = words;
    }

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string words) => page.Keyboard.TypeAsync(words);

    /// <summary>Presses Tab until the focus is on a control of this name, as somebody without a mouse must.</summary>
    public async Task TabToAsync(string name, string key = "Tab")
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await page.EvaluateAsync<string?>("document.activeElement?.name ?? null") == name)
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"The keyboard does not reach “{name}” on {page.Url}.");
    }

    /// <summary>Walks a group of radio buttons with the arrow keys.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        await TabToAsync(name);
        for (var i = 0; i < 20 && await page.EvaluateAsync<string?>("document.activeElement?.value ?? null") != value; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.Equal(value, await page.EvaluateAsync<string?>("document.activeElement?.value ?? null"));
        // Where nothing was chosen yet, the first stands ready and is chosen by the space bar.
        if (!await page.EvaluateAsync<bool>("document.activeElement.checked"))
        {
            await page.Keyboard.PressAsync("Space");
        }
    }
}
