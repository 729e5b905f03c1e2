using Kept.Store.Accounts;

namespace Kept.Web.Tests.World;

/// <summary>Signs somebody in as they would themselves, over the pages.</summary>
internal static class SigningIn
{
    public static async Task<TestPage> PasswordAsync(this TestClient client, string email, string password = SmallWorld.Password, string returnUrl = "")
    {
        var page = await client.GetAsync("/sign-in" + returnUrl);
        return await client.SubmitAsync(page.Form("form[action='/sign-in']"), ("Form.Email", email), ("Form.Password", password));
    }

    /// <summary>The first time: password, then an authenticator app is set up. Gives its key, and the page with the recovery codes.</summary>
    public static async Task<(string Key, TestPage Codes)> SetUpAppAsync(this TestClient client, FixedClock clock, string email, string password = SmallWorld.Password) =>
        await client.SetUpAppAsync(clock, await client.PasswordAsync(email, password));

    public static async Task<(string Key, TestPage Codes)> SetUpAppAsync(this TestClient client, FixedClock clock, TestPage page)
    {
        Assert.StartsWith("/sign-in/second-factor", page.Url, StringComparison.Ordinal);
        var key = page.Document.QuerySelector(".authenticator .key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var codes = await client.SubmitAsync(page.Form("form[action='/sign-in/second-factor']"), ("Code", CodeNow(key, clock)));
        return (key, codes);
    }

    public static string CodeNow(string key, FixedClock clock) => Totp.Code(key, Totp.StepAt(clock.Now));
}
