using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Family.SignOut;

/// <summary>A carer leaves a device that is not theirs.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Signing_out_ends_it_on_this_device()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync("/family");

        await mother.SubmitAsync(page.Form("form[action='/family/sign-out']"));

        Assert.Equal("/family/enter", (await mother.GetAsync($"/family/hillview/{World.Leo.Id}")).Url);
    }
}
