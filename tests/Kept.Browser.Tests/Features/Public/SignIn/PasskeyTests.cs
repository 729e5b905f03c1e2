using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Public.SignIn;

/// <summary>Passkeys of the first person of a school, in a real browser with a made-up fingerprint reader.</summary>
public sealed class PasskeyTests : FirstRunTest
{
    private string authenticator = "";

    [Fact]
    public async Task A_passkey_is_made_at_the_first_run_and_signs_in_by_itself()
    {
        await FingerprintReaderAsync(isVerified: true);
        await SetUpAsync();

        await Page.ClickAsync("text=Make a passkey");
        await Page.WaitForURLAsync(url => url.Contains("/recovery-codes", StringComparison.Ordinal));
        await Page.ClickAsync("text=I have kept them");
        Assert.EndsWith("/welcome", Page.Url, StringComparison.Ordinal);
        await SignOutAsync();
        await Page.ClickAsync("text=Sign in with a passkey");
        await Page.WaitForURLAsync("**/today");

        Assert.Contains("Mrs Amina Khan", await Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holding_the_device_is_not_enough_without_finger_face_or_pin()
    {
        var reader = await FingerprintReaderAsync(isVerified: true);
        await SetUpAsync();
        await Page.ClickAsync("text=Make a passkey");
        await Page.WaitForURLAsync(url => url.Contains("/recovery-codes", StringComparison.Ordinal));
        await SignOutAsync();

        await reader.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await Page.ClickAsync("text=Sign in with a passkey");
        await Page.Locator("[data-passkey-status]:not(:empty)").WaitForAsync();

        Assert.Equal("The passkey was not used. Try again, or choose another way.", await Page.Locator("[data-passkey-status]").TextContentAsync());
        Assert.EndsWith("/sign-in", Page.Url, StringComparison.Ordinal);
    }

    private async Task<ICDPSession> FingerprintReaderAsync(bool isVerified)
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
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
}
