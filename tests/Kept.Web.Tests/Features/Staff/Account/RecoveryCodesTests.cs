using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class RecoveryCodesTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task New_recovery_codes_end_the_old()
    {
        var visitor = SignedOut();
        var (_, first) = await visitor.SetUpAppAsync(Clock, World.Dsl.Email);
        var page = await visitor.GetAsync("/account/recovery-codes");

        page = await visitor.SubmitAsync(page.Form());

        Assert.Equal(10, page.Texts(".codes code").Count);
        Assert.Empty(page.Texts(".codes code").Intersect(first.Texts(".codes code")));
        Assert.Contains("10 left", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }
}
