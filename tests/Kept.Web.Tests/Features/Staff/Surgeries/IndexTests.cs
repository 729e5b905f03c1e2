using System.Net;
using Kept.Domain.Meetings;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Surgeries;

/// <summary>/meetings/surgeries: protected time is offered, seen day by day, taken out for a day, and ended.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private const string Url = "/meetings/surgeries";

    [Fact]
    public async Task A_surgery_is_offered_with_every_mistake_named_at_once()
    {
        await World.OnlySurgeryAsync(World.SendLead);
        var senco = As(World.Senco);
        var page = await senco.GetAsync((await senco.GetAsync("/meetings")).LinkTo("Surgeries"));

        page = await senco.PressAsync(page.FormWith("Offer it"), "Offer it", ("Form.From", "teatime"), ("Form.Minutes", "300"), ("Form.Slots", ""));
        Assert.Equal(4, page.Errors.Count);
        Assert.Equal(("teatime", "300"), (page.Value("Form.From"), page.Value("Form.Minutes")));
        var form = page.FormWith("Offer it");
        page = await senco.PressAsync(form, "Offer it", ("Form.Weekday", "Wednesday"), ("Form.From", "8am"), ("Form.Minutes", "15"), ("Form.Slots", "2"), ("Form.Place", "My room"));

        Assert.Contains("Wednesdays, 8am to 8.30am", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mrs Amina Khan · My room · 2 times of 15 minutes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday 6 May: all free", page.Text, StringComparison.Ordinal);
        page = await senco.PressAsync(form, "Offer it", ("Form.Weekday", "Wednesday"), ("Form.From", "8am"), ("Form.Minutes", "15"), ("Form.Slots", "2"));
        Assert.Single(page.Texts("h2"), h => h.StartsWith("Wednesdays", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teacher_offers_their_own_time_alone_and_changes_nobody_else_s()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(Url);
        Assert.DoesNotContain("End this surgery", page.Text, StringComparison.Ordinal);

        page = await teacher.PostAsync(Url, ("Form.Key", $"{Guid.NewGuid()}"),
            ("Form.Lead", World.Senco.Id.ToString()), ("Form.Weekday", "Monday"), ("Form.From", "3.15pm"));

        Assert.Contains("Mr Tom Ellis", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(World.Teacher.Id, (await db.Set<Surgery>().SingleAsync(s => s.Weekday == NodaTime.IsoDayOfWeek.Monday, Cancel)).LeadId);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"{Url}?handler=end", ("surgery", surgery.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"{Url}?handler=off", ("surgery", surgery.Id.ToString()), ("on", "2026-05-12"))).Status);
    }

    [Fact]
    public async Task Who_booked_is_read_only_by_those_who_work_with_the_child()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        await BookAsync(surgery);

        Assert.Contains("Zainab", (await As(World.Senco).GetAsync(Url)).Text, StringComparison.Ordinal);
        var others = await As(World.Teacher).GetAsync(Url);
        Assert.Contains("Tuesday 12 May: 2 of 3 free", others.Text, StringComparison.Ordinal);
        Assert.Contains("Taken", others.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_taken_out_with_a_reason_for_those_who_booked()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        await BookAsync(surgery);
        var senco = As(World.Senco);
        var page = await senco.GetAsync(Url);

        page = await senco.PressAsync(DayForm(page, "2026-05-12"), "Not on this day: Tuesday 12 May, Tuesdays, 3.30pm to 4pm");
        Assert.Contains("Say why it does not take place", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await senco.PressAsync(DayForm(page, "2026-05-12"), "Not on this day: Tuesday 12 May, Tuesdays, 3.30pm to 4pm", ("Reason", "Mrs Khan is on a course"));

        Assert.Contains("No surgery on Tuesday 12 May", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesday 12 May:", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 19 May: all free", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var meeting = await db.Meetings.SingleAsync(m => m.SurgeryId == surgery.Id, Cancel);
        Assert.Equal((MeetingStatus.Cancelled, CalledOffBy.School, "Mrs Khan is on a course"), (meeting.Status, meeting.CalledOffBy, meeting.CalledOffWhy));
    }

    [Fact]
    public async Task An_ended_one_is_gone_and_what_is_booked_stays()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        await BookAsync(surgery);
        var senco = As(World.Senco);

        var page = await senco.PressAsync((await senco.GetAsync(Url)).FormWith("End this surgery"), "End this surgery: Tuesdays, 3.30pm to 4pm, Mrs Amina Khan");

        Assert.Contains("stays booked", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesdays", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(MeetingStatus.Planned, (await db.Meetings.SingleAsync(m => m.SurgeryId == surgery.Id, Cancel)).Status);
    }

    [Fact]
    public async Task Nobody_sits_in_two_surgeries_at_once()
    {
        await World.OnlySurgeryAsync(World.Senco);
        var senco = As(World.Senco);
        var form = (await senco.GetAsync(Url)).FormWith("Offer it");

        var page = await senco.PressAsync(form, "Offer it", ("Form.Weekday", "Tuesday"), ("Form.From", "3.50pm"));

        Assert.Contains("Mrs Amina Khan has another surgery then, on Tuesdays, 3.30pm to 4pm", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("3.50pm", page.Value("Form.From"));
        page = await senco.PressAsync(page.FormWith("Offer it"), "Offer it", ("Form.From", "4pm"));
        Assert.Contains("Tuesdays, 4pm to 5pm", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_days_that_families_may_book_are_seen_and_no_more_once_its_lead_leaves()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        await BookAsync(surgery, "2026-06-16");
        var page = await As(World.Senco).GetAsync(Url);
        Assert.Contains("Tuesday 16 June: 2 of 3 free", page.Text, StringComparison.Ordinal);

        await using var db = Host.OpenDb();
        var senco = db.People.Where(p => p.Id == World.Senco.Id);
        await senco.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, new NodaTime.LocalDate(2026, 5, 12)), Cancel);
        try
        {
            page = await As(World.SendLead).GetAsync(Url);
            Assert.Contains("Mrs Amina Khan leaves on Tuesday 12 May", page.Text, StringComparison.Ordinal);
            Assert.Contains("Tuesday 12 May: all free", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Tuesday 19 May", page.Text, StringComparison.Ordinal);
            Assert.Contains("Tuesday 16 June: none free", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            await senco.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, (NodaTime.LocalDate?)null), Cancel);
        }
    }

    [Fact]
    public async Task Staff_read_with_the_meeting_that_the_family_booked_it()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        await BookAsync(surgery);
        var senco = As(World.Senco);

        var link = (await senco.GetAsync(Url)).Document.QuerySelector("li a[href^='/meetings/']")!.GetAttribute("href")!;
        var page = await senco.GetAsync(link);

        Assert.Contains("The family booked this time of a surgery for itself", page.Text, StringComparison.Ordinal);
        Assert.Contains("booked by the family", (await senco.GetAsync("/meetings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_that_staff_move_takes_no_other_family_s_time_and_is_held_on_whatever_day()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        await BookAsync(surgery);
        var leos = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var booked = await leos.SubmitAsync((await leos.GetAsync($"/family/hillview/{World.Leo.Id}/times")).Form(), ("Slot", $"{surgery.Id} 2026-05-19T15:30"));
        var senco = As(World.Senco);
        var change = $"/meetings/{booked.Url.Split('/')[^1]}/change";

        var page = await senco.SubmitAsync((await senco.GetAsync(change)).FormWith("Keep the change"), ("Form.Day", "12 May 2026"));
        Assert.Equal("Another family has booked that time of the surgery. Choose another time", Assert.Single(page.Errors));
        page = await senco.SubmitAsync(page.FormWith("Keep the change"), ("Form.Day", "12 May 2026"), ("Form.Time", "3.40pm"));
        Assert.Contains("The meeting is changed", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 12 May: 1 of 3 free", (await senco.GetAsync(Url)).Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 19 May: all free", (await senco.GetAsync(Url)).Text, StringComparison.Ordinal);

        await using var db = Host.OpenDb();
        var held = new NodaTime.LocalTime(15, 30);
        Assert.Equal(1, await db.Meetings.Where(m => m.SurgeryId == surgery.Id && m.PupilId == World.Leo.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.At, held).SetProperty(m => m.Status, MeetingStatus.Held), Cancel));
    }

    private async Task BookAsync(Surgery surgery, string on = "2026-05-12")
    {
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var page = await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/times");
        Assert.Contains("/meetings/", (await mother.SubmitAsync(page.Form(), ("Slot", $"{surgery.Id} {on}T15:30"))).Url, StringComparison.Ordinal);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement DayForm(TestPage page, string on) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector($"input[name=on][value='{on}']")!.Closest("form")!;
}
