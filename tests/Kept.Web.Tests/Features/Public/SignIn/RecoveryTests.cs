using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class RecoveryTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_recovery_code_lets_somebody_in_once()
    {
        var (_, codes) = await SignedOut().SetUpAppAsync(Clock, World.Head.Email);
        var code = codes.Texts(".codes code")[3];

        var (first, second) = (await WithRecoveryCodeAsync(code), await WithRecoveryCodeAsync(code));

        Assert.Equal("/today", first.Url);
        Assert.Contains("9 are left", first.Html, StringComparison.Ordinal);
        Assert.Equal(["That recovery code is not right, or was used already"], second.Errors);
    }

    private async Task<TestPage> WithRecoveryCodeAsync(string code)
    {
        var visitor = SignedOut();
        var page = await visitor.PasswordAsync(World.Head.Email);
        page = await visitor.GetAsync(page.LinkTo("Use a recovery code"));
        return await visitor.SubmitAsync(page.Form(), ("Code", code));
    }
}
