using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class AccountTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_page_says_who_one_is()
    {
        var page = await As(World.Senco).GetAsync("/account");

        Assert.Contains("Mrs Amina Khan", page.Text, StringComparison.Ordinal);
        Assert.Contains("SENCO", page.Text, StringComparison.Ordinal);
        Assert.Contains("amina.khan@hillview.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_takes_effect_at_once_and_not_here()
    {
        var (here, elsewhere) = (As(World.PastoralLead), As(World.PastoralLead));
        var page = await here.GetAsync("/account");

        await here.SubmitAsync(page.Form("form[action='/account?handler=SignOutEverywhere']"));

        Assert.Equal("/account", (await here.GetAsync("/account")).Url);
        Assert.Equal("Sign in", (await elsewhere.GetAsync("/account")).Heading);
    }
}
