using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Public.SignIn;

/// <summary>The first run of a school and its passkeys, in a real browser with a made-up fingerprint reader.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Password = "tractor velvet noon";

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("kept-passkeys-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IPage page = null!;
    private string address = "";
    private string token = "";
    private string authenticator = "";

    public async ValueTask InitializeAsync()
    {
        var place = new Place(folder, Database.OfFile(Path.Combine(folder, "kept.db")));
        await Migrations.BringUpToDateAsync(place, TestContext.Current.CancellationToken);
        token = (await SetUpKeys.NewAsync(place.Database, MillisecondClock.System, TestContext.Current.CancellationToken))!;
        app = KeptApp.Create(new KeptAppOptions(place, IsDemo: false, "http://127.0.0.1:0"));
        await app.StartAsync();
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        // Passkeys belong to a name: browsers make none for a bare number.
        address = $"http://localhost:{new Uri(listening).Port}";
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
        page = await browser.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_passkey_is_made_at_the_first_run_and_signs_in_by_itself()
    {
        await FingerprintReaderAsync(isVerified: true);
        await SetUpAsync();

        await page.ClickAsync("text=Make a passkey");
        await page.WaitForURLAsync(url => url.Contains("/recovery-codes", StringComparison.Ordinal));
        await page.ClickAsync("text=I have kept them");
        Assert.EndsWith("/welcome", page.Url, StringComparison.Ordinal);
        await SignOutAsync();
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForURLAsync("**/today");

        Assert.Contains("Mrs Amina Khan", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holding_the_device_is_not_enough_without_finger_face_or_pin()
    {
        var reader = await FingerprintReaderAsync(isVerified: true);
        await SetUpAsync();
        await page.ClickAsync("text=Make a passkey");
        await page.WaitForURLAsync(url => url.Contains("/recovery-codes", StringComparison.Ordinal));
        await SignOutAsync();

        await reader.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await page.ClickAsync("text=Sign in with a passkey");
        await page.Locator("[data-passkey-status]:not(:empty)").WaitForAsync();

        Assert.Equal("The passkey was not used. Try again, or choose another way.", await page.Locator("[data-passkey-status]").TextContentAsync());
        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);
    }

    private async Task<ICDPSession> FingerprintReaderAsync(bool isVerified)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = isVerified,
            ["automaticPresenceSimulation"] = true
        };
        var answer = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });
        authenticator = answer!.Value.GetProperty("authenticatorId").GetString()!;
        return session;
    }

    private async Task SetUpAsync()
    {
        await page.GotoAsync($"{address}/set-up?token={token}");
        await page.FillAsync("[name='Form.School']", "Hillview School");
        await page.CheckAsync("[value=England]");
        await page.ClickAsync("main button");
        await page.FillAsync("[name='Form.Title']", "Mrs");
        await page.FillAsync("[name='Form.GivenName']", "Amina");
        await page.FillAsync("[name='Form.FamilyName']", "Khan");
        await page.CheckAsync("[value=Senco]");
        await page.FillAsync("[name='Form.Email']", "amina.khan@hillview.example");
        await page.FillAsync("[name='Form.Password']", Password);
        await page.ClickAsync("main button");
    }

    private async Task SignOutAsync()
    {
        await page.GotoAsync($"{address}/today");
        await page.ClickAsync("summary:has-text('Khan')");
        await page.ClickAsync("button:text-is('Sign out')");
    }
}
