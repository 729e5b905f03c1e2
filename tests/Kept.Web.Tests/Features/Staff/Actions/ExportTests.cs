using System.Net;
using System.Text.Json;
using Kept.Domain.Access;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Actions;

public sealed class ExportTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("")]
    [InlineData("late=true&")]
    [InlineData("status=all&")]
    [InlineData("year=4&")]
    [InlineData("q=timetable&")]
    [InlineData("q=timetable&late=true&")]
    public async Task A_file_has_exactly_what_the_page_shows(string query)
    {
        await World.AddActionAsync(World.Leo, "Share the timetable", due: World.Today.PlusDays(-3));
        await World.AddActionAsync(World.Zainab, "Print the timetable large");
        await World.AddActionAsync(World.Zainab, "Ring the speech therapist", due: World.Today.PlusDays(-1));
        var done = await World.AddActionAsync(World.Leo, "Move the reading group");
        await World.ChangeAsync(done, a => a.MarkDone("Moved", null, World.Today, Clock.Now));

        var page = await As(World.Senco).GetAsync($"/actions?{query}");
        var file = await (await As(World.Senco).DownloadAsync($"/actions/export?{query}format=json")).Content.ReadAsStringAsync(Cancel);

        var exported = JsonDocument.Parse(file).RootElement.EnumerateArray().Select(r => r.GetProperty("action").GetString()!).ToList();
        Assert.NotEmpty(exported);
        Assert.Equal(page.Document.QuerySelectorAll("li.row").Length, exported.Count);
        Assert.All(exported, what => Assert.Contains(what, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_not_be_seen_is_in_no_file()
    {
        await World.AddActionAsync(World.Leo, "Ring the duty team", World.Dsl, visibility: Visibility.Safeguarding);

        Assert.Contains("duty team", await ReadAsync(World.Dsl), StringComparison.Ordinal);
        Assert.DoesNotContain("duty team", await ReadAsync(World.Senco), StringComparison.Ordinal);
        Assert.DoesNotContain("duty team", await ReadAsync(World.RiversideSenco), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_export_gets_none() =>
        Assert.NotEqual(HttpStatusCode.OK, (await As(World.Teacher).DownloadAsync("/actions/export?format=csv")).StatusCode);

    private async Task<string> ReadAsync(TestPerson person) =>
        await (await As(person).DownloadAsync("/actions/export?status=all&format=csv")).Content.ReadAsStringAsync(Cancel);
}
