using System.Net;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Settings;

public sealed class SchoolTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_schools_settings_are_saved_and_the_record_says_who_did_it()
    {
        var head = As(World.Head);
        var form = (await head.GetAsync("/settings/school")).Form();

        var page = await head.SubmitAsync(form, ("Form.ClosesAt", "4.30pm"), ("Form.AcknowledgeWithinWorkingDays", "2"));

        Assert.Equal("/settings", page.Url);
        Assert.Contains("2 working days to acknowledge", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var school = await db.Schools.SingleAsync(s => s.Id == World.Hillview.Id, Cancel);
        Assert.Equal(new(16, 30), school.ClosesAt);
        Assert.True(school.InsetDaysAreWorkingDays);
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Kind == "settings-changed" && l.Actor == World.Head.Id.Value, Cancel));
    }

    [Fact]
    public async Task Everything_that_makes_no_sense_is_named_at_once()
    {
        var head = As(World.Head);

        var page = await head.SubmitAsync((await head.GetAsync("/settings/school")).Form(),
            ("Form.Name", ""), ("Form.ClosesAt", ""), ("Form.AcknowledgeWithinWorkingDays", ""), ("Form.DeadAfterDays", ""), ("Form.QuietFrom", ""), ("Form.QuietUntil", ""));

        Assert.Equal(6, page.Errors.Count);
    }

    [Theory]
    [InlineData("Form.Name", "", "Enter the school’s name")]
    [InlineData("Form.ClosesAt", "teatime", "Enter a closing time in the afternoon")]
    [InlineData("Form.AcknowledgeWithinWorkingDays", "soon", "The days to acknowledge must be a number from 1 to 20")]
    [InlineData("Form.DeadAfterDays", "3", "must be a number from 7 to 365")]
    public async Task What_makes_no_sense_is_refused_with_a_sentence_and_what_was_typed_stays(string field, string typed, string sentence)
    {
        var head = As(World.Head);

        var page = await head.SubmitAsync((await head.GetAsync("/settings/school")).Form(), (field, typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task INSET_days_that_do_not_count_move_the_clock_at_once()
    {
        Clock.Now = NodaTime.Instant.FromUtc(2026, 6, 22, 8, 0);
        var senco = As(World.Senco);
        await SaveAsync(insetDaysAreWorkingDays: "true");
        Assert.Contains("by Friday 26 June", (await senco.GetAsync("/settings/calendar")).Text, StringComparison.Ordinal);

        await SaveAsync(insetDaysAreWorkingDays: null);

        Assert.Contains("by Monday 29 June", (await senco.GetAsync("/settings/calendar")).Text, StringComparison.Ordinal);
        await SaveAsync(insetDaysAreWorkingDays: "true");
        Clock.Now = FixedClock.Start;

        async Task SaveAsync(string? insetDaysAreWorkingDays) => await senco.SubmitAsync(
            (await senco.GetAsync("/settings/school")).Form(),
            ("Form.InsetDaysAreWorkingDays", insetDaysAreWorkingDays),
            ("Form.AcknowledgeWithinWorkingDays", "4"));
    }
}
