using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Actions;

/// <summary>The action log: filters that compose, views that are one's own.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Filters_compose()
    {
        var call = await World.AddEntryAsync(World.Zainab, "a call", channel: Channel.Phone);
        var meeting = await World.AddEntryAsync(World.Zainab, "a meeting", channel: Channel.Meeting);
        await World.AddActionAsync(World.Zainab, "A late one from a call", World.Office, due: World.Today.PlusDays(-1), entry: call);
        await World.AddActionAsync(World.Zainab, "A late one from a meeting", World.Office, due: World.Today.PlusDays(-1), entry: meeting);
        await World.AddActionAsync(World.Zainab, "A later one from a call", World.Office, entry: call);
        await World.AddActionAsync(World.Zainab, "The head’s late one", World.Head, due: World.Today.PlusDays(-1), entry: call);
        await World.AddActionAsync(World.Leo, "Leo’s late one", World.Office, due: World.Today.PlusDays(-1));

        var page = await As(World.Senco).GetAsync($"/actions?pupil={World.Zainab.Id}&owner={World.Office.Id}&late=true&source=Phone&year=4&q=call");

        Assert.Equal(["A late one from a call"], page.Texts(".rows .what b"));
        Assert.StartsWith("1 action for Zainab Ali", page.Texts(".lede")[0], StringComparison.Ordinal);
        Assert.Empty((await As(World.Senco).GetAsync($"/actions?pupil={World.Zainab.Id}&year=5")).Texts(".rows .what b"));
    }

    [Theory]
    [InlineData("?status=7")]
    [InlineData("?status=nonsense&owner=me&pupil=him&year=99&source=pigeon&page=x")]
    [InlineData("?page=-3")]
    [InlineData("?page=100000")]
    [InlineData("?q=%27%22%3B--%00&late=maybe")]
    public async Task What_cannot_be_read_is_left_out(string query)
    {
        await World.AddActionAsync(World.Leo, "There whatever is asked");

        var page = await As(World.Senco).GetAsync($"/actions{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last()
    {
        for (var at = 0; at < 52; at++)
        {
            await World.AddActionAsync(World.Ruby, $"Row {at}", World.RiversideSenco, due: World.Today.PlusDays(at));
        }

        var page = await As(World.RiversideSenco).GetAsync("/actions?page=99");

        Assert.Equal(["Row 50", "Row 51"], page.Texts(".rows .what b"));
    }

    [Fact]
    public async Task A_view_is_saved_found_and_removed_by_its_owner_alone()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync("/actions?late=true&year=5");
        page = await senco.SubmitAsync(page.FormWith("Keep it"), ("Form.Name", "Late in Year 5"));
        Assert.Equal("page", page.Document.QuerySelectorAll("nav.views a").Single(a => TestPage.Tidy(a.TextContent) == "Late in Year 5").GetAttribute("aria-current"));
        Assert.Equal("/actions?late=true&year=5", page.LinkTo("Late in Year 5"));

        foreach (var other in (TestPerson[])[World.SendLead, World.RiversideSenco])
        {
            Assert.DoesNotContain("Late in Year 5", (await As(other).GetAsync("/actions")).Html, StringComparison.Ordinal);
        }

        var remove = page.FormWith("Remove the view “Late in Year 5”");
        await As(World.SendLead).PostAsync(remove.GetAttribute("action")!);
        Assert.Contains("Late in Year 5", (await senco.GetAsync("/actions")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Late in Year 5", (await senco.SubmitAsync(remove)).Texts("nav.views a"));
    }

    [Fact]
    public async Task A_view_needs_a_name_and_may_be_saved_twice_at_once()
    {
        var head = As(World.Head);
        var form = (await head.GetAsync("/actions?late=true")).FormWith("Keep it");
        Assert.Contains("Enter a name for this view", (await head.SubmitAsync(form, ("Form.Name", " "))).Errors);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => head.SubmitAsync(form, ("Form.Name", "Twice"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single((await head.GetAsync("/actions")).Texts("nav.views a"), "Twice");
    }

    [Fact]
    public async Task Actions_are_seen_by_those_who_may_see_the_pupil_and_the_part()
    {
        await World.AddActionAsync(World.Zainab, "For the family too", World.Senco);
        await World.AddActionAsync(World.Zainab, "For the team only", World.Senco, visibility: Visibility.SendTeam);

        Assert.Equal((true, true), await SeesAsync(World.Senco));
        Assert.Equal((true, false), await SeesAsync(World.Office));
        Assert.Equal((false, false), await SeesAsync(World.FormTutor));
        Assert.Equal((false, false), await SeesAsync(World.RiversideSenco));

        async Task<(bool Family, bool Team)> SeesAsync(TestPerson viewer)
        {
            var rows = (await As(viewer).GetAsync($"/actions?pupil={World.Zainab.Id}")).Texts(".rows .what b");
            return (rows.Contains("For the family too"), rows.Contains("For the team only"));
        }
    }
}
