using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>Who interprets for a carer at a meeting: asked for, found, or what is done instead.</summary>
public sealed class InterpreterTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_office_asks_and_books_and_everybody_at_the_meeting_sees_it_stand()
    {
        var meeting = await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(2), guests: World.ZainabsMother);
        var office = As(World.Office);
        var page = await office.GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("Needed. Nobody has asked for one.", page.Text, StringComparison.Ordinal);
        Assert.Contains(LinkOf(meeting), (await office.GetAsync("/meetings")).Document.QuerySelectorAll(".coach a").Select(a => a.GetAttribute("href")));
        var form = (await office.GetAsync(Address(meeting, World.ZainabsMother))).FormWith("Keep it");
        Assert.Equal("ur", form.QuerySelector("option[selected]")!.GetAttribute("value"));

        var refused = await office.PressAsync(form, "Keep it", ("Form.Mode", "InPerson"), ("Form.Status", "Booked"));
        Assert.Equal((HttpStatusCode.BadRequest, "Enter who is booked, a name or the agency, in 120 characters or fewer"), (refused.Status, refused.Errors.Single()));
        page = await office.PressAsync(form, "Keep it", ("Form.Mode", "InPerson"), ("Form.Status", "Booked"), ("Form.Who", "Mr Shah of Lingua"));

        Assert.Contains("Urdu, in person. Booked: Mr Shah of Lingua.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LinkOf(meeting), (await office.GetAsync("/meetings")).Document.QuerySelectorAll(".coach a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Urdu, in person. Booked: Mr Shah of Lingua.", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/run")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Chain == World.Zainab.Id.Value && l.Kind == "interpreter-changed" && l.Actor == World.Office.Id.Value, Cancel));
    }

    [Fact]
    public async Task A_meeting_that_moves_has_nobody_until_somebody_asks_again()
    {
        var meeting = await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(3), guests: World.ZainabsMother);
        await World.AskInterpreterAsync(meeting, World.ZainabsMother, booked: "Mrs Nowak");
        var senco = As(World.Senco);
        Assert.DoesNotContain(LinkOf(meeting), (await senco.GetAsync("/meetings")).Document.QuerySelectorAll(".coach a").Select(a => a.GetAttribute("href")));

        var page = await senco.PressAsync((await senco.GetAsync($"/meetings/{meeting.Id}/change")).Form(), "Keep the change", ("Form.Time", "9am"));

        Assert.Contains("Mrs Nowak was booked before the meeting moved: ask again.", page.Text, StringComparison.Ordinal);
        Assert.Contains(LinkOf(meeting), (await senco.GetAsync("/meetings")).Document.QuerySelectorAll(".coach a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Two_who_change_it_at_once_do_not_overwrite_each_other()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(4), guests: World.LeosMother);
        await World.AskInterpreterAsync(meeting, World.LeosMother);
        var (senco, office) = (As(World.Senco), As(World.Office));
        var stale = (await office.GetAsync(Address(meeting, World.LeosMother))).FormWith("Keep it");
        await senco.PressAsync((await senco.GetAsync(Address(meeting, World.LeosMother))).FormWith("Keep it"), "Keep it", ("Form.Status", "NotFound"), ("Form.Instead", "Her sister’s friend by telephone"));

        var late = await office.PressAsync(stale, "Keep it", ("Form.Status", "NotNeeded"));

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("Somebody else changed this", late.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Instead: Her sister’s friend by telephone.", (await senco.GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_carer_who_is_invited_to_a_meeting_that_one_sees_has_one()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(5), guests: World.LeosMother);
        var hidden = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(5), visibility: Visibility.Safeguarding, guests: World.LeosMother);

        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync(Address(meeting, World.LeosFather))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync(Address(hidden, World.LeosMother))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).PostAsync(Address(hidden, World.LeosMother), ("Form.Language", "pl"), ("Form.Mode", "Phone"), ("Form.Status", "AskedFor"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(Address(meeting, World.LeosMother))).Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.Set<InterpreterRequest>().AnyAsync(r => r.MeetingId == hidden.Id, Cancel));
    }

    private static string LinkOf(Meeting meeting) => $"/meetings/{meeting.Id}";

    private static string Address(Meeting meeting, TestPerson carer) => $"/meetings/{meeting.Id}/interpreter/{carer.Id}";
}
