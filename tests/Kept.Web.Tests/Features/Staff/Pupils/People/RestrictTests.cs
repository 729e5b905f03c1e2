using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

public sealed class RestrictTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_restriction_without_its_court_order_is_refused()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosFather.Id}/restrict")).Form();

        var refused = await senco.SubmitAsync(form, ("Form.Restriction", "NoContact"), ("Form.RestrictionReason", "No calls or letters"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Enter the reference of the court order", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var page = await senco.SubmitAsync(refused.Form(), ("Form.CourtOrderReference", "ZC1"), ("Form.RestrictionUntil", "18 December 2026"));
        Assert.Contains("Do not contact: No calls or letters Court order ZC1, until 18 December 2026", page.Text, StringComparison.Ordinal);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosFather.Id}/restrict")).Form(), ("Form.Restriction", "None"));
    }
}
