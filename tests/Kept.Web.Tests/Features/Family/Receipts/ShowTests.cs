using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Family.Receipts;

/// <summary>What a parent takes home of one agreement.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task From_the_childs_page_she_takes_home_what_was_agreed_with_a_code_that_names_nobody()
    {
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday", World.Teacher);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var home = await mother.GetAsync("/family");

        var page = await mother.GetAsync(home.Document.QuerySelector($"#a-{action.Id} a[href*='/receipts/']")!.GetAttribute("href")!);

        Assert.Equal($"/family/hillview/{World.Leo.Id}/receipts/{action.Id}", page.Url);
        Assert.Equal("Leo: your receipt", page.Heading);
        foreach (var said in new[] { "Ring every Friday", "Mr Tom Ellis", action.DueOn.ToString("d MMMM yyyy", null), World.Today.ToString("d MMMM yyyy", null), "Hillview School", "kept.test/receipt" })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.StartsWith("data:image/png;base64,", page.Document.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Matches("^([0-9A-Z]{4}-){14}[0-9A-Z]{4}$", page.Texts(".key").Single());
        Assert.Matches("[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}", page.Texts(".facts code").Single());
        Assert.Equal("This receipt is real so far", (await mother.GetAsync(page.LinkTo("Check it now"))).Heading);
    }

    [Fact]
    public async Task What_is_not_hers_to_read_has_no_receipt_and_no_other_answer()
    {
        var shared = await World.AddActionAsync(World.Leo, "Ring every Friday");
        var narrow = new List<AgreedAction>();
        foreach (var visibility in new[] { Visibility.Staff, Visibility.SendTeam, Visibility.Safeguarding })
        {
            narrow.Add(await World.AddActionAsync(World.Leo, "Hidden", visibility: visibility));
        }

        var zainabs = await World.AddActionAsync(World.Zainab, "Picture cards");
        var rubys = await World.AddActionAsync(World.Ruby, "Picture cards");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        var nothing = narrow.Append(zainabs).Append(rubys).Select(a => $"/family/hillview/{World.Leo.Id}/receipts/{a.Id}")
            .Append($"/family/hillview/{World.Leo.Id}/receipts/{Guid.NewGuid()}")
            .Append($"/family/hillview/{World.Zainab.Id}/receipts/{zainabs.Id}")
            .Append($"/family/hillview/{World.Zainab.Id}/receipts/{shared.Id}")
            .Append($"/family/riverside/{World.Ruby.Id}/receipts/{rubys.Id}");
        foreach (var url in nothing)
        {
            var page = await mother.GetAsync(url);
            Assert.Equal((HttpStatusCode.NotFound, "There is nothing here"), (page.Status, page.Heading));
        }

        Assert.Equal("/family/enter", (await Host.SignedOut().GetAsync($"/family/hillview/{World.Leo.Id}/receipts/{shared.Id}")).Url);
    }

    [Fact]
    public async Task A_court_order_ends_it_at_once()
    {
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday");
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        var url = $"/family/hillview/{World.Leo.Id}/receipts/{action.Id}";
        Assert.Equal(HttpStatusCode.OK, (await father.GetAsync(url)).Status);

        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoInformation);
        Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync(url)).Status);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
    }

    [Fact]
    public async Task Another_parent_is_not_named_on_it()
    {
        var action = await World.AddActionAsync(World.Leo, "Read with him on Sundays", World.LeosFather);

        var page = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/receipts/{action.Id}");

        Assert.Contains("Somebody in your family", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Craig", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_record_does_not_bear_it_out_there_is_none()
    {
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday");
        await new Tamperer(Host).DoAsync($"UPDATE actions SET what = 'Ring sometimes' WHERE id = {Tamperer.Sql(action.Id.Value)}");

        var page = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/receipts/{action.Id}");

        Assert.Contains("We cannot make a receipt right now", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts(".key"));
    }

    [Fact]
    public async Task Staff_who_look_from_her_side_are_offered_none()
    {
        await World.AddActionAsync(World.Leo, "Ring every Friday");

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview");

        Assert.DoesNotContain("/receipts/", page.Html, StringComparison.Ordinal);
    }
}
