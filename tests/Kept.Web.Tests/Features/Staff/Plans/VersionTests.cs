using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Plans;

/// <summary>A version reads as it was published, whatever came after.</summary>
public sealed class VersionTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_earlier_version_keeps_its_words_and_says_which_is_in_force()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        await World.ChangePlanAsync(plan, was => was with { Matters = "Trains" });
        var url = $"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions";

        var page = await As(World.Teacher).GetAsync($"{url}/1");

        Assert.Contains("His dog, and knowing what comes next", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trains", page.Text, StringComparison.Ordinal);
        page = await As(World.Teacher).GetAsync(page.LinkTo("Read version 2"));
        Assert.Contains("Trains", page.Text, StringComparison.Ordinal);
        Assert.Contains("In force", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync($"{url}/3")).Status);
    }
}
