using System.Net;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Settings.Calendar;

public sealed class AddTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_closure_is_added_moves_the_clock_and_can_be_put_back_once_removed()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync("/settings/calendar/add?year=2025")).Form();

        var added = await senco.SubmitAsync(form, ("Form.Kind", "Closure"), ("Form.From", "7 May"), ("Form.Title", "Burst pipe"));
        Assert.Contains("Burst pipe, 7 May 2026 is added.", added.Text, StringComparison.Ordinal);
        Assert.Contains("must be acknowledged by Tuesday 12 May.", (await senco.GetAsync("/settings/calendar")).Text, StringComparison.Ordinal);

        var removed = await senco.SubmitAsync(added.FormWith("Remove Burst pipe, 7 May 2026"));
        Assert.Contains("Burst pipe, 7 May 2026, is removed.", removed.Text, StringComparison.Ordinal);
        Assert.Contains("must be acknowledged by Monday 11 May.", removed.Text, StringComparison.Ordinal);

        var back = await senco.SubmitAsync(removed.FormWith("Put it back"));
        Assert.Contains("Burst pipe, 7 May 2026 is back in the calendar.", back.Text, StringComparison.Ordinal);
        await senco.SubmitAsync(back.FormWith("Remove Burst pipe, 7 May 2026"));
    }

    [Fact]
    public async Task Terms_that_overlap_are_refused_and_what_was_typed_stays()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync("/settings/calendar/add?year=2025")).Form();

        var refused = await senco.SubmitAsync(form, ("Form.Kind", "Term"), ("Form.From", "1 July 2026"), ("Form.To", "31 July 2026"), ("Form.Title", "Extra"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("This overlaps Summer term", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("1 July 2026", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_is_changed_in_one_step()
    {
        var senco = As(World.Senco);
        var page = await senco.SubmitAsync(
            (await senco.GetAsync("/settings/calendar/add?year=2025")).Form(), ("Form.Kind", "Inset"), ("Form.From", "29 June 2026"), ("Form.Title", "Training"));
        var change = page.LinkTo("Change Training, 29 June 2026");

        var changed = await senco.SubmitAsync((await senco.GetAsync(change)).Form(), ("Form.From", "30 June 2026"));

        Assert.Contains("Training, 30 June 2026 is changed.", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("29 June 2026", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_is_in_the_ledger_and_makes_held_calendars_old()
    {
        var senco = As(World.Senco);
        var before = await VersionAsync();

        await senco.SubmitAsync((await senco.GetAsync("/settings/calendar/add?year=2025")).Form(), ("Form.Kind", "Closure"), ("Form.From", "15 June 2026"));

        Assert.Equal(before + 1, await VersionAsync());
        await using var db = Host.OpenDb();
        var last = await db.LedgerLinks.Where(l => l.Chain == World.Hillview.Id.Value).OrderByDescending(l => l.Number).FirstAsync(Cancel);
        Assert.Equal(("calendar-changed", World.Senco.Id.Value), (last.Kind, last.Actor));
    }

    private async Task<int> VersionAsync()
    {
        await using var db = Host.OpenDb();
        return await db.Schools.Where(s => s.Id == World.Hillview.Id).Select(s => s.CalendarVersion).SingleAsync(Cancel);
    }
}
