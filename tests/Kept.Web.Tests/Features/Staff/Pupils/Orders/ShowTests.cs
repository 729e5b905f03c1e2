using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.Orders;

public sealed class ShowTests(KeptHost host) : OrderTest(host)
{
    [Fact]
    public async Task Nobody_has_read_it_until_somebody_says_so()
    {
        var senco = As(World.Senco);
        var (url, order) = await AnOrderAsync(senco, "Unread");
        Assert.Contains("Nobody has read the order itself yet", (await senco.GetAsync(url)).Text, StringComparison.Ordinal);

        var read = await senco.SubmitAsync((await senco.GetAsync(order)).FormWith("I have read the order itself"));
        Assert.Contains("Read by Mrs Amina Khan on", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has read", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_says_is_put_right_and_holds_at_once()
    {
        var senco = As(World.Senco);
        var (_, order) = await AnOrderAsync(senco, "Right");

        await senco.SubmitAsync((await senco.GetAsync(order)).FormWith("Save"), ("Form.Restriction", nameof(ContactRestriction.Limited)), ("Form.Says", "School reports only"));

        var people = await senco.GetAsync($"/pupils/{World.Leo.Id}/people");
        Assert.Contains("Ask before telling anything: School reports only", people.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_court_ends_it_the_carer_is_told_again_and_it_stays_to_be_read()
    {
        var senco = As(World.Senco);
        var (url, order) = await AnOrderAsync(senco, "Ended");
        var ending = (await senco.GetAsync(order)).FormWith("End it");

        var refused = await senco.SubmitAsync(ending, ("Ending.EndedOn", "1 March 2026"), ("Ending.EndedBecause", "Discharged"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Enter the last day on which it held", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Discharged", refused.Document.QuerySelector("[name='Ending.EndedBecause']")!.GetAttribute("value"));

        await senco.SubmitAsync(refused.FormWith("End it"), ("Ending.EndedOn", "1 May 2026"));
        Assert.Contains("Ended", Assert.Single((await senco.GetAsync(url)).Texts(".row")), StringComparison.Ordinal);
        var people = await senco.GetAsync($"/pupils/{World.Leo.Id}/people");
        Assert.DoesNotContain("No calls or letters", people.Texts(".people > .card").Single(c => c.StartsWith("Ms Dean Ended", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private async Task<(string Url, string Order)> AnOrderAsync(TestClient senco, string familyName)
    {
        var (_, url) = await FatherAsync(familyName);
        var page = await WriteDownAsync(senco, url);
        return (url, page.Document.QuerySelector(".row a")!.GetAttribute("href")!);
    }
}
