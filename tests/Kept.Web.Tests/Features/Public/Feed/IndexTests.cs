using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.Feed;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task It_gives_initials_and_dates_and_none_of_the_words()
    {
        var action = await World.AddActionAsync(World.Leo, "Reduce written work for two weeks", owner: World.Teacher);
        await World.AddEntryAsync(World.Leo, "Homework takes two hours", by: World.Teacher, reviewOn: World.Today.PlusDays(5));
        await World.AddActionAsync(World.Leo, "Somebody else’s");

        var feed = await FeedOfAsync(World.Teacher);

        Assert.Equal(2, Count(feed, "BEGIN:VEVENT"));
        Assert.Contains("SUMMARY:Action due (L.B.)", feed, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Review (L.B.)", feed, StringComparison.Ordinal);
        Assert.Contains($"DTSTART;VALUE=DATE:{action.DueOn:uuuuMMdd}", feed, StringComparison.Ordinal);
        Assert.Contains($"/actions/{action.Id}", feed.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("written", feed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Bennett", feed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("omework", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_ends_as_the_standard_says_and_none_is_longer_than_75_octets()
    {
        await World.AddActionAsync(World.Noah, "Anything", owner: World.SendLead);

        var lines = (await FeedOfAsync(World.SendLead)).Split("\r\n");

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(["END:VCALENDAR", ""], lines[^2..]);
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Safeguarding_is_not_in_it_even_for_the_safeguarding_lead()
    {
        await World.AddActionAsync(World.Leo, "Something grave", visibility: Visibility.Safeguarding, owner: World.Dsl);
        await World.AddEntryAsync(World.Leo, "Something graver", Visibility.Safeguarding, reviewOn: World.Today.PlusDays(2));

        Assert.DoesNotContain("VEVENT", await FeedOfAsync(World.Dsl), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_on_the_day_its_owner_leaves()
    {
        var pastoral = As(World.PastoralLead);
        var made = await pastoral.SubmitAsync((await pastoral.GetAsync("/account/calendar")).Form());
        var address = new Uri(Assert.Single(made.Texts("code.address"))).PathAndQuery;
        var senco = As(World.Senco);

        var left = await senco.SubmitAsync((await senco.GetAsync($"/settings/people/{World.PastoralLead.Id}/leave")).Form(), ("Form.LastDay", "1 May 2026"));

        Assert.Contains("is marked as left", left.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().DownloadAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/feeds/nonsense/kept.ics")]
    [InlineData("/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/kept.ics")]
    public async Task Any_other_address_is_not_there(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().DownloadAsync(address)).StatusCode);

    private async Task<string> FeedOfAsync(TestPerson person)
    {
        var own = As(person);
        var made = await own.SubmitAsync((await own.GetAsync("/account/calendar")).Form());
        var answer = await SignedOut().DownloadAsync(new Uri(Assert.Single(made.Texts("code.address"))).PathAndQuery);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
