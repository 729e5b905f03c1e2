using Kept.Store.Accounts;
using Kept.Web.Hosting;

namespace Kept.Browser.Tests.Features.Public.SetUp;

/// <summary>From the printed address to a colleague's invitation: the pages that no link leads to, each looked at on a phone and on a desk.</summary>
public sealed class FirstRunTests : FirstRunTest
{
    private readonly List<string> faults = [];

    [Fact]
    public async Task The_first_person_opens_the_school_signs_in_again_and_invites_a_colleague()
    {
        await SetUpAsync(LookAsync);
        var code = await SetUpAppAsync();
        await OpenAsync("text=I have kept them", "welcome");
        await Page.GotoAsync($"{Address}/account/confirm");
        await LookAsync("account/confirm");

        await SignOutAsync();
        await SignInAsync("not the password");
        await LookAsync("sign-in, refused");
        await SignInAsync(Password);
        await LookAsync("sign-in/code");
        await OpenAsync("text=Use a recovery code", "sign-in/recovery");
        await Page.FillAsync("[name=Code]", code);
        await Page.ClickAsync("main button");
        await LookAsync("today, empty");

        await InviteAsync();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    /// <summary>Gives one of the recovery codes that are shown this once.</summary>
    private async Task<string> SetUpAppAsync()
    {
        var key = (await Page.TextContentAsync(".authenticator .key"))!.Replace(" ", "", StringComparison.Ordinal);
        await Page.FillAsync("[name=Code]", "000000");
        await OpenAsync("button:text-is('Go on')", "sign-in/second-factor, refused");
        await Page.FillAsync("[name=Code]", Totp.Code(key, Totp.StepAt(MillisecondClock.System.GetCurrentInstant())));
        await OpenAsync("button:text-is('Go on')", "sign-in/recovery-codes");
        return (await Page.TextContentAsync(".codes li code"))!;
    }

    private async Task SignInAsync(string password)
    {
        await Page.GotoAsync($"{Address}/sign-in");
        await Page.FillAsync("[name='Form.Email']", Email);
        await Page.FillAsync("[name='Form.Password']", password);
        await Page.ClickAsync("button:text-is('Sign in')");
    }

    private async Task InviteAsync()
    {
        await Page.GotoAsync($"{Address}/settings/people/add");
        await Page.FillAsync("[name='Form.GivenName']", "Tom");
        await Page.FillAsync("[name='Form.FamilyName']", "Ellis");
        await Page.FillAsync("[name='Form.Email']", "tom.ellis@hillview.example");
        await OpenAsync("main form button[type=submit], main form button:not([type])", "settings/people, added");
        await OpenAsync("text=Invite to sign in", "settings/people/invite");
        await OpenAsync("button:text-is('Make the link')", "settings/people/invite, made");
        var link = await Page.InputValueAsync("#link");
        await SignOutAsync();
        await Page.GotoAsync(link);
        await LookAsync("invitation");
        Assert.Contains("Tom Ellis", await Page.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task OpenAsync(string selector, string leadsTo)
    {
        await Page.Locator(selector).First.ClickAsync();
        await LookAsync(leadsTo);
    }

    private async Task LookAsync(string at)
    {
        await Page.WaitForLoadStateAsync();
        faults.AddRange(await Faults.OfAsync(Page, at));
    }
}
