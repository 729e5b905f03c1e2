using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>For tests that begin where a real school does: an empty Kept, and the one-time address that it printed.</summary>
public abstract class FirstRunTest : IAsyncLifetime
{
    protected const string Email = "amina.khan@hillview.example";
    protected const string Password = "tractor velvet noon";

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("kept-first-run-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string token = "";

    protected IPage Page { get; private set; } = null!;

    /// <summary>By name: browsers make no passkeys for a bare number.</summary>
    protected string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var place = new Place(folder, Database.OfFile(Path.Combine(folder, "kept.db")));
        await Migrations.BringUpToDateAsync(place, TestContext.Current.CancellationToken);
        token = (await SetUpKeys.NewAsync(place.Database, MillisecondClock.System, TestContext.Current.CancellationToken))!;
        app = KeptApp.Create(new KeptAppOptions(place, IsDemo: false, "http://127.0.0.1:0"));
        await app.StartAsync();
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = $"http://localhost:{new Uri(listening).Port}";
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = DemoSchool.Chromium, Args = Arguments });
        Page = await browser.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Opens the school and leaves its first person where they choose their second factor.</summary>
    /// <param name="seen">Called on each page on the way, with a name for it.</param>
    protected async Task SetUpAsync(Func<string, Task>? seen = null)
    {
        seen ??= _ => Task.CompletedTask;
        await Page.GotoAsync($"{Address}/set-up?token={token}");
        await seen("set-up");
        await Page.FillAsync("[name='Form.School']", "Hillview School");
        await Page.CheckAsync("[value=England]");
        await Page.ClickAsync("main button");
        await seen("set-up/person");
        await Page.FillAsync("[name='Form.Title']", "Mrs");
        await Page.FillAsync("[name='Form.GivenName']", "Amina");
        await Page.FillAsync("[name='Form.FamilyName']", "Khan");
        await Page.CheckAsync("[value=Senco]");
        await Page.FillAsync("[name='Form.Email']", Email);
        await Page.FillAsync("[name='Form.Password']", Password);
        await Page.ClickAsync("main button");
        await seen("sign-in/second-factor");
    }

    protected async Task SignOutAsync()
    {
        await Page.GotoAsync($"{Address}/today");
        await Page.ClickAsync("summary:has-text('Khan')");
        await Page.ClickAsync("button:text-is('Sign out')");
    }
}
