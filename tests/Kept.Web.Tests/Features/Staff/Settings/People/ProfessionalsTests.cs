using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class ProfessionalsTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Professionals_are_listed_with_their_job_and_found_by_name()
    {
        var senco = As(World.Senco);

        var page = await senco.GetAsync("/settings/people/professionals");
        Assert.Contains("educational psychologist", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Jo Lister", page.Text, StringComparison.Ordinal);

        Assert.Equal(["Dr Priya Nair"], (await senco.SubmitAsync(page.Form(), ("q", "priya"))).Texts("tbody th a"));
        Assert.Contains("Nobody fits that", (await senco.SubmitAsync(page.Form(), ("q", "zz"))).Text, StringComparison.Ordinal);
    }
}
