using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.Orders;

public sealed class AddTests(KeptHost host) : OrderTest(host)
{
    [Fact]
    public async Task An_order_without_its_reference_is_refused_and_what_was_typed_stays()
    {
        var senco = As(World.Senco);
        var (_, url) = await FatherAsync("Reference");

        var refused = await WriteDownAsync(senco, url, ("Form.Reference", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Enter the reference of the court order", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("No calls or letters", refused.Document.QuerySelector("[name='Form.Says']")!.TextContent.Trim());

        Assert.Equal("Enter the day from which the order holds, like 3 March 2026", Assert.Single((await WriteDownAsync(senco, url, ("Form.From", "last spring"))).Errors));
        Assert.Equal("The last day must not be before the first", Assert.Single((await WriteDownAsync(senco, url, ("Form.Until", "2 March 2026"))).Errors));
    }

    [Fact]
    public async Task It_stands_before_the_contact_details_and_closes_the_fathers_side_at_once()
    {
        var senco = As(World.Senco);
        var (father, url) = await FatherAsync("Closed");
        var carer = await Host.AsCarerAsync(father, World.Leo);
        var child = $"/family/{World.Hillview.Slug}/{World.Leo.Id}";
        Assert.Equal(HttpStatusCode.OK, (await carer.GetAsync(child)).Status);

        var saved = await WriteDownAsync(senco, url, ("HaveRead", "true"));
        Assert.Contains("Kept tells Ms Dean Closed nothing more", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Read by Mrs Amina Khan on", saved.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await carer.GetAsync(child)).Status);
        var people = await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}/people");
        Assert.Contains("Do not contact: No calls or letters Court order ZC26P00417, from 3 March 2026", people.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_kept_once()
    {
        var senco = As(World.Senco);
        var (father, url) = await FatherAsync("Twice");
        var form = (await senco.GetAsync(url + "/add")).Form();
        (string, string?)[] fields = [("Form.Reference", "ZC1"), ("Form.Says", "No calls"), ("Form.Restriction", "NoContact"), ("Form.From", "3 March 2026")];

        await senco.SubmitAsync(form, fields);
        var again = await senco.SubmitAsync(form, fields);

        Assert.Single(again.Texts(".row"));
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.CourtOrders.CountAsync(o => o.CarerId == father.Id, Cancel));
    }

    [Fact]
    public async Task Another_order_does_not_lift_a_restriction_that_stood_without_one()
    {
        var senco = As(World.Senco);
        var (father, url) = await FatherAsync("Another");
        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);

        var page = await WriteDownAsync(senco, url, ("Form.Kind", nameof(CourtOrderKind.ChildArrangements)), ("Form.Restriction", nameof(ContactRestriction.None)));

        Assert.Equal(2, page.Texts(".row").Count);
        await using var db = Host.OpenDb();
        Assert.Equal(ContactRestriction.NoContact, await db.Relationships.Where(t => t.CarerId == father.Id).Select(t => t.Restriction).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_undo_each_other_unseen()
    {
        var senco = As(World.Senco);
        var (_, url) = await FatherAsync("Both");
        var late = (await senco.GetAsync(url + "/add")).Form();
        await WriteDownAsync(senco, url);

        var refused = await senco.SubmitAsync(late, ("Form.Reference", "ZC2"), ("Form.Says", "Lives with his mother"), ("Form.From", "3 March 2026"));
        Assert.StartsWith("Somebody else changed the orders", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("ZC2", refused.Value("Form.Reference"));
    }

    [Fact]
    public async Task A_restriction_that_stood_without_an_order_is_offered_to_be_written_down()
    {
        var senco = As(World.Senco);
        var (father, url) = await FatherAsync("Before");
        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoInformation);

        Assert.Contains("written down without its order", (await senco.GetAsync(url)).Text, StringComparison.Ordinal);
        var form = await senco.GetAsync(url + "/add");
        Assert.Equal("LE26C00001", form.Document.QuerySelector("[name='Form.Reference']")!.GetAttribute("value"));
        var saved = await senco.SubmitAsync(form.Form(), ("Form.From", "3 March 2026"));
        Assert.DoesNotContain("written down without its order", saved.Text, StringComparison.Ordinal);
    }
}
