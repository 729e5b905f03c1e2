using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class LeaveTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Leaving_counts_the_actions_that_stay_behind_and_coming_back_undoes_it()
    {
        await World.AddActionAsync(World.Leo, "Write to the therapist", World.Assistant);
        var senco = As(World.Senco);
        var leave = await senco.GetAsync($"/settings/people/{World.Assistant.Id}/leave");
        Assert.Contains("1 action is still theirs", leave.Text, StringComparison.Ordinal);
        Assert.Contains(leave.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/actions?owner={World.Assistant.Id}");

        var left = await senco.SubmitAsync(leave.Form(), ("Form.LastDay", "1 May 2026"));
        Assert.Contains("is marked as left. 1 action is still theirs", left.Text, StringComparison.Ordinal);
        Assert.NotEqual("Pupils", (await As(World.Assistant).GetAsync("/pupils")).Heading);

        await senco.SubmitAsync(left.FormWith("They have come back"));
        Assert.Equal("Pupils", (await As(World.Assistant).GetAsync("/pupils")).Heading);
    }

    [Fact]
    public async Task A_bad_last_day_is_refused()
    {
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync($"/settings/people/{World.Office.Id}/leave")).Form(), ("Form.LastDay", "whenever"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("whenever", page.Html, StringComparison.Ordinal);
        foreach (var far in (string[])["17 July 1926", "17 July 2062"])
        {
            page = await senco.SubmitAsync(page.Form(), ("Form.LastDay", far));
            Assert.Equal(["Check the year of their last day: it is far from today"], page.Errors);
            Assert.Equal(far, page.Document.QuerySelector("[name='Form.LastDay']")?.GetAttribute("value"));
        }
    }
}
