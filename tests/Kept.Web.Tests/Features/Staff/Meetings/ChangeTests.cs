using System.Net;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>The plan of a meeting may change until it is over.</summary>
public sealed class ChangeTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Another_day_and_place_are_kept_and_a_second_person_is_told()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3));
        var (senco, lead) = (As(World.Senco), As(World.SendLead));
        var stale = (await lead.GetAsync($"/meetings/{meeting.Id}/change")).Form();
        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/change")).Form(), "Keep the change", ("Form.Day", "22 May"), ("Form.Place", "Room 9"));
        Assert.Contains("Friday 22 May 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Room 9", page.Text, StringComparison.Ordinal);

        page = await lead.PressAsync(stale, "Keep the change", ("Form.Place", "Room 2"));

        Assert.Equal((HttpStatusCode.BadRequest, "Room 2"), (page.Status, page.Value("Form.Place")));
        page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/change")).Form(), "Keep the change", ("Form.Lead", World.Teacher.Id.ToString()));
        Assert.Contains("Mr Tom Ellisleads it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_named_at_once()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3));
        var senco = As(World.Senco);

        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/change")).Form(), "Keep the change",
            ("Form.Day", "some day"), ("Form.Time", ""), ("Form.Minutes", "1"), ("Form.Lead", ""));

        Assert.Equal(["#Form_Day", "#Form_Time", "#Form_Minutes", "#Form_Lead"], page.Document.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")));
    }
}
