using System.Net;
using Kept.Domain.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Settings.Calendar;

public sealed class ImportTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_pasted_calendar_is_saved_whole_or_not_at_all()
    {
        var senco = As(World.Head);
        var form = (await senco.GetAsync("/settings/calendar/import?year=2028")).Form();

        var refused = await senco.SubmitAsync(form, ("Form.Lines", "half-term,2028-10-23,2028-10-27,Half-term\nterm,2028-09-04,2028-12-20,Autumn term\nfete,2028-11-01,,\ninset,yesterday,,"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(2, refused.Errors.Count);
        Assert.StartsWith("Line 3: “fete” is not a kind of period", refused.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("Line 4: “yesterday” is not a date", refused.Errors[1], StringComparison.Ordinal);
        Assert.Equal(0, await InYearAsync(2028));

        var saved = await senco.SubmitAsync(refused.Form(), ("Form.Lines", "kind,from,to,title\nhalf-term,23/10/2028,27/10/2028,Half-term\nterm,2028-09-04,2028-12-20,\"Autumn, term\""));
        Assert.Contains("2 added to the calendar.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Autumn, term", saved.Text, StringComparison.Ordinal);
        Assert.Equal(2, await InYearAsync(2028));
    }

    [Fact]
    public async Task A_year_is_copied_forward_to_be_corrected_and_nothing_is_saved_by_looking()
    {
        var page = await As(World.Senco).GetAsync("/settings/calendar/import?year=2027&copy=true");

        var lines = page.Document.QuerySelector("textarea")!.TextContent;
        Assert.Contains("bank-holiday,2028-04-14,2028-04-14,Good Friday", lines, StringComparison.Ordinal);
        Assert.Contains("term,2027-", lines, StringComparison.Ordinal);
        Assert.Equal(0, await InYearAsync(2027));
    }

    private async Task<int> InYearAsync(int starts)
    {
        await using var db = Host.OpenDb();
        var (from, to) = (new LocalDate(starts, 8, 1), new LocalDate(starts + 1, 7, 31));
        return await db.CalendarEntries.CountAsync(e => e.From >= from && e.From <= to && e.Kind != PeriodKind.BankHoliday, Cancel);
    }

    [Fact]
    public async Task A_year_that_has_its_own_terms_is_not_offered_anothers()
    {
        var senco = As(World.Senco);

        Assert.DoesNotContain("Copy this shape", (await senco.GetAsync("/settings/calendar?year=2025")).Text, StringComparison.Ordinal);
        Assert.Contains("Copy this shape to 2027/28", (await senco.GetAsync("/settings/calendar?year=2026")).Text, StringComparison.Ordinal);
        var lines = (await senco.GetAsync("/settings/calendar/import?year=2026&copy=true")).Document.QuerySelector("textarea")!.TextContent;
        Assert.DoesNotContain("Autumn term", lines, StringComparison.Ordinal);
        Assert.Contains("Spring term", lines, StringComparison.Ordinal);
    }
}
