using System.Net;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

public sealed class AddTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_carer_is_added_and_a_name_the_school_knows_is_asked_about()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/pupils/{World.Noah.Id}/people/add")).Form();

        var asked = await senco.SubmitAsync(form, ("Form.GivenName", "Laura"), ("Form.FamilyName", "Bennett"), ("Form.Kind", "aunt"));
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("mother of Leo Bennett", asked.Text, StringComparison.Ordinal);

        var page = await senco.SubmitAsync(asked.Form(), ("Same", World.LeosMother.Id.ToString()));
        Assert.EndsWith($"/people/{World.LeosMother.Id}/preferences", page.Url, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(2, await db.Relationships.CountAsync(t => t.CarerId == World.LeosMother.Id, Cancel));

        var fresh = await senco.SubmitAsync(form, ("Form.GivenName", "Ann"), ("Form.FamilyName", "Reid"), ("Form.Kind", "mother"), ("Form.Email", "no email"));
        Assert.Equal("Enter an email address, like name@example.com", Assert.Single(fresh.Errors));
        Assert.Equal(HttpStatusCode.OK, (await senco.SubmitAsync(fresh.Form(), ("Form.Email", "ann@home.example"))).Status);
        Assert.Contains("Ann Reid", (await senco.GetAsync($"/pupils/{World.Noah.Id}/people")).Text, StringComparison.Ordinal);
    }
}
