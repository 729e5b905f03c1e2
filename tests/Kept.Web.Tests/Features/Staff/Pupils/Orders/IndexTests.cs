using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.Orders;

public sealed class IndexTests(KeptHost host) : OrderTest(host)
{
    [Fact]
    public async Task Without_an_order_the_page_says_that_all_parents_are_equal()
    {
        var (_, url) = await FatherAsync("Equal");
        var page = await As(World.Senco).GetAsync(url);
        Assert.Contains("Only a court takes away a parent’s right to be told", page.Text, StringComparison.Ordinal);
        Assert.Contains("is told like any other parent", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paper_is_for_those_who_keep_the_ties()
    {
        var (father, url) = await FatherAsync("Paper");
        await WriteDownAsync(As(World.Senco), url);

        foreach (var other in new[] { World.Teacher, World.Office, World.Dsl, World.Governor })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await As(other).GetAsync(url)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(url)).Status);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        Assert.DoesNotContain(father.Name, (await mother.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restriction_with_no_order_behind_it_can_be_ended()
    {
        var senco = As(World.Senco);
        var (father, url) = await FatherAsync("NoPaper");
        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);

        var page = await senco.GetAsync(url);
        var ended = await senco.SubmitAsync(page.FormWith("There is no such order: end the restriction"));
        Assert.Contains("may be told like any other carer", ended.Text, StringComparison.Ordinal);
    }
}
