using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>Log it: what is typed is kept, or said to be wrong beside the field, and never lost.</summary>
public sealed class AddTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_call_of_25_April_is_on_the_pupils_page_in_the_action_log_and_in_search()
    {
        var senco = As(World.Senco);

        var pupil = await senco.LogAsync(World.Leo,
            ("Form.When", "other"), ("Form.Day", "25 April"), ("Form.With", World.LeosMother.Id.ToString()),
            ("Form.Issue", "morning anxiety and late arrival"), ("Form.Lines[0].Text", "SENCO to share a shorter start-of-day plan"),
            ("Form.Review", "pick"), ("Form.ReviewDay", "2 May"));

        Assert.Equal($"/pupils/{World.Leo.Id}", pupil.Url);
        Assert.Contains("25 April · phone call with mother", pupil.Texts(".story h3"));
        Assert.Contains("morning anxiety and late arrival", pupil.Text, StringComparison.Ordinal);
        Assert.Contains("shorter start-of-day plan", pupil.Text, StringComparison.Ordinal);
        Assert.Contains("start-of-day plan", (await senco.GetAsync("/actions")).Text, StringComparison.Ordinal);
        Assert.Contains("morning anxiety", (await senco.GetAsync("/search?q=anxiety")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync("morning anxiety and late arrival"));
        var action = await db.Actions.SingleAsync(a => a.EntryId == entry.Id, Cancel);
        Assert.Equal((new LocalDate(2026, 4, 25), new LocalDate(2026, 5, 2), new LocalDate(2026, 5, 2)), (entry.HappenedOn, entry.ReviewOn, action.DueOn));
        Assert.Equal((World.Senco.Id, entry.HappenedOn), (action.OwnerId, action.AgreedOn));
    }

    [Fact]
    public async Task A_meeting_of_three_steps_gives_three_actions_with_three_owners_one_of_them_the_mother()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true");

        page = await senco.PressAsync(page.Form(Logging.Form), "Add another action",
            ("Form.Channel", "Meeting"), ("Form.With", World.LeosMother.Id.ToString()), ("Form.Issue", "Leo is tired out by written work"), ("Form.Lines[0].Text", "class teacher reduces written work for two weeks"));
        page = await senco.PressAsync(page.Form(Logging.Form), "Add another action", ("Form.Lines[1].Text", "SENCO checks the reading support approach"));
        Assert.Equal("class teacher reduces written work for two weeks", page.Value("Form.Lines[0].Text"));
        await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Lines[2].Text", "mum will send the private report to the office"));

        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync("Leo is tired out by written work"));
        var owners = await db.Actions.Where(a => a.EntryId == entry.Id).ToDictionaryAsync(a => a.OwnerId, a => a.DueOn, Cancel);
        Assert.Equal(3, owners.Count);
        Assert.Equal(new LocalDate(2026, 5, 19), owners[World.Teacher.Id]);
        Assert.Equal(entry.ReviewOn, owners[World.Senco.Id]);
        Assert.Contains(World.LeosMother.Id, owners.Keys);
    }

    [Theory]
    [InlineData("School to look into a quieter lunch place")]
    [InlineData("SEND team will arrange a visit")]
    [InlineData("TBC to speak to the family")]
    [InlineData("All staff to use the visual timetable")]
    public async Task A_group_is_refused_as_an_owner_and_all_that_was_typed_stays(string line)
    {
        var page = await As(World.Senco).LogAsync(World.Leo,
            ("Form.Issue", "refused groups"), ("Form.Lines[0].Text", line), ("Form.Said", "We heard this"), ("Form.Note", "first\nsecond"), ("Form.Visibility", "Staff"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal($"Error: {page.Errors[0]}", page.Texts("#Form_Lines_0__Text-error")[0]);
        Assert.Equal((line, "refused groups", "We heard this", "first\nsecond"),
            (page.Value("Form.Lines[0].Text"), page.Value("Form.Issue"), page.Value("Form.Said"), page.Value("Form.Note")));
        Assert.NotNull(page.Document.QuerySelector("input[name='Form.Visibility'][value=Staff][checked]"));
        await using var db = Host.OpenDb();
        Assert.Empty(await db.EntriesSayingAsync("refused groups"));
    }

    [Fact]
    public async Task Two_owners_in_one_line_are_refused_and_split_in_one_click()
    {
        var senco = As(World.Senco);
        var page = await senco.LogAsync(World.Leo, ("Form.Issue", "two people at once"), ("Form.Lines[0].Text", "SENCO and class teacher to agree a signal for breaks"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);

        page = await senco.PressAsync(page.Form(Logging.Form), "Split into 2 actions");
        Assert.Equal(2, page.Document.QuerySelectorAll(".agreed-lines > li").Length);
        await senco.PressAsync(page.Form(Logging.Form), "Keep it");

        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync("two people at once"));
        var owners = await db.Actions.Where(a => a.EntryId == entry.Id).Select(a => a.OwnerId).ToListAsync(Cancel);
        Assert.Equal([.. new[] { World.Senco.Id, World.Teacher.Id }.Order()], owners.Order());
    }

    [Fact]
    public async Task An_owner_is_chosen_by_hand_where_the_line_names_none()
    {
        var senco = As(World.Senco);
        var page = await senco.LogAsync(World.Leo, ("Form.Issue", "chosen by hand"), ("Form.Lines[0].Text", "ring the clinic about the letter"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);

        await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Lines[0].OwnerId", World.Office.Id.ToString()), ("Form.Lines[0].Due", "Friday"));

        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync("chosen by hand"));
        var action = await db.Actions.SingleAsync(a => a.EntryId == entry.Id, Cancel);
        Assert.Equal((World.Office.Id, new LocalDate(2026, 5, 8)), (action.OwnerId, action.DueOn));
    }

    [Fact]
    public async Task Who_may_not_be_told_cannot_be_given_an_action()
    {
        var page = await As(World.Senco).LogAsync(World.Zainab, ("Form.Issue", "father and the court order"), ("Form.Lines[0].Text", "dad will collect her on Friday"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("may not be told", page.Errors[0], StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("option"), o => o.GetAttribute("value") == World.ZainabsFather.Id.ToString());
    }

    [Fact]
    public async Task Nobody_who_has_left_is_offered_as_an_owner()
    {
        var page = await As(World.Senco).LogAsync(World.Zainab, ("Form.Issue", "who is here"), ("Form.Lines[0].Text", "ring the clinic"));

        Assert.DoesNotContain(page.Document.QuerySelectorAll("option"), o => o.GetAttribute("value") == World.Left.Id.ToString());
        Assert.Contains(page.Document.QuerySelectorAll("option"), o => o.GetAttribute("value") == World.Teacher.Id.ToString());
    }

    [Fact]
    public async Task What_is_agreed_needs_a_review_and_the_error_is_where_it_can_be_seen()
    {
        var page = await As(World.Senco).LogAsync(World.Leo, ("Form.Issue", "no review"), ("Form.Lines[0].Text", "SENCO to ring the clinic by Friday"), ("Form.Review", "none"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".govuk-error-summary a[href='#Form_Review']"));
    }

    [Theory]
    [InlineData("tomorrow", "has not happened yet")]
    [InlineData("1 January 1900", "more than 20 years ago")]
    [InlineData("next Friday", "has not happened yet")]
    [InlineData("in two weeks", "has not happened yet")]
    [InlineData("6 May 2026", "has not happened yet")]
    [InlineData("6/5/26", "has not happened yet")]
    [InlineData("the day of the fair", "is not a day we can read")]
    [InlineData("31 April", "is not a day we can read")]
    [InlineData("", "Enter the day it happened")]
    public async Task A_day_that_cannot_be_is_refused_beside_the_day(string typed, string why)
    {
        var page = await As(World.Senco).LogAsync(World.Leo, ("Form.When", "other"), ("Form.Day", typed), ("Form.Issue", "an impossible day"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(why, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed.Length == 0 ? null : typed, page.Value("Form.Day"));
        Assert.NotNull(page.Document.GetElementById("Form_Day-error"));
    }

    [Theory]
    [InlineData("25 April", "2026-04-25")]
    [InlineData("25/4", "2026-04-25")]
    [InlineData("Saturday 25 April 2026", "2026-04-25")]
    [InlineData("25/04/26", "2026-04-25")]
    [InlineData("20 December", "2025-12-20")]
    [InlineData("last Friday", "2026-05-01")]
    [InlineData("Friday", "2026-05-01")]
    [InlineData("Tuesday", "2026-05-05")]
    [InlineData("last Tuesday", "2026-04-28")]
    [InlineData("3 days ago", "2026-05-02")]
    [InlineData("yesterday", "2026-05-04")]
    [InlineData("today", "2026-05-05")]
    public async Task A_day_gone_by_is_read_as_it_is_said(string typed, string expected)
    {
        await As(World.Senco).LogAsync(World.Leo, ("Form.When", "other"), ("Form.Day", typed), ("Form.Issue", $"said on {typed}"));

        await using var db = Host.OpenDb();
        Assert.Equal(expected, Assert.Single(await db.EntriesSayingAsync($"said on {typed}")).HappenedOn.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public async Task No_way_of_speaking_is_made_up_for_what_was_seen_in_school()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true");
        Assert.Empty(page.Document.QuerySelectorAll("input[name='Form.Channel'][checked]"));

        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Issue", "Leo hid under the table in maths"));
        Assert.Equal("Error: Choose how you spoke, or that it was seen in school", page.Texts("#Form_Channel-error")[0]);
        Assert.Equal("Leo hid under the table in maths", page.Value("Form.Issue"));

        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"));
        Assert.Equal("Error: Say who it was with", page.Texts("#Form_With-error")[0]);
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.With", "other"));
        Assert.Equal("Error: Say who it was with", page.Texts("#Form_WithWords-error")[0]);
        var pupil = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "SeenInSchool"));
        Assert.Contains("5 May · seen in school", pupil.Texts(".story h3"));
    }

    [Fact]
    public async Task Words_of_any_kind_are_kept_as_they_are_and_do_nothing()
    {
        const string Urdu = "صبح کے وقت بہت گھبراہٹ ہوتی ہے 😟";
        var longWord = new string('x', 400);
        var script = "<script>alert(1)</script> \"><img src=x onerror=alert(1)>";
        var senco = As(World.Senco);

        var page = await senco.LogAsync(World.Zainab, ("Form.Issue", Urdu), ("Form.Said", script), ("Form.Note", longWord));

        Assert.Contains(page.Document.QuerySelectorAll(".story p[dir=auto]"), p => p.TextContent == Urdu);
        Assert.Contains(script, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main script, main img"));
    }

    [Theory]
    [InlineData("by 31 February")]
    [InlineData("by 12/25/2026")]
    [InlineData("by last Tuesday")]
    [InlineData("by 1 January 2099")]
    public async Task A_day_in_a_line_that_cannot_be_meant_is_asked_for_and_its_words_stay(string when)
    {
        var senco = As(World.Senco);
        var line = $"Class teacher will move the table {when}";
        var coach = await senco.CoachAsync(World.Leo, "Form.Lines[0].Text", line);
        Assert.Equal($"Move the table {when}", coach.Texts(".parsed .t")[0]);
        Assert.DoesNotContain("review", coach.Text, StringComparison.Ordinal);
        Assert.Contains($"“{when}”", coach.Text, StringComparison.Ordinal);

        var page = await senco.LogAsync(World.Leo, ("Form.Issue", $"asked about {when}"), ("Form.Lines[0].Text", line));
        Assert.Contains($"“{when}”", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(line, page.Value("Form.Lines[0].Text"));
        await using var db = Host.OpenDb();
        Assert.Empty(await db.EntriesSayingAsync($"asked about {when}"));

        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Lines[0].Due", "1 January 2099"));
        Assert.Contains("more than two years away", Assert.Single(page.Errors), StringComparison.Ordinal);
        await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Lines[0].Due", "Friday"));
        var entry = Assert.Single(await db.EntriesSayingAsync($"asked about {when}"));
        var action = await db.Actions.SingleAsync(a => a.EntryId == entry.Id, Cancel);
        Assert.Equal(($"Move the table {when}", new LocalDate(2026, 5, 8)), (action.What, action.DueOn));
    }

    [Fact]
    public async Task A_review_on_a_day_when_school_is_closed_is_kept_and_said()
    {
        var page = await As(World.Senco).LogAsync(World.Leo, ("Form.Issue", "closed day"), ("Form.Review", "pick"), ("Form.ReviewDay", "27 May"));

        Assert.Contains("The school is closed on Wednesday 27 May. The next school day is Monday 1 June", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_an_answer_waits_from_the_day_it_came()
    {
        await As(World.Senco).LogAsync(World.Leo, ("Form.Issue", "asks for the report"), ("Form.When", "yesterday"), ("Form.Waiting", "true"));

        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync("asks for the report"));
        var enquiry = await db.Enquiries.SingleAsync(q => q.EntryId == entry.Id, Cancel);
        Assert.Equal((new LocalDate(2026, 5, 4), new LocalTime(16, 0)), (enquiry.ArrivedOn, enquiry.ArrivedAt));
    }

    [Fact]
    public async Task A_teacher_logs_a_concern_that_only_the_safeguarding_leads_see()
    {
        var page = await As(World.Teacher).LogAsync(World.Leo, ("Form.Issue", "a bruise on the arm"), ("Form.Visibility", nameof(Visibility.Safeguarding)));

        Assert.Equal("/today", page.Url);
        Assert.Contains("Only the safeguarding leads can see it.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bruise", (await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("bruise", (await As(World.Dsl).GetAsync($"/pupils/{World.Leo.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_of_the_safeguarding_leads_can_be_owned_by_none_but_them()
    {
        var page = await As(World.Teacher).LogAsync(World.Leo,
            ("Form.Issue", "a worry about home"), ("Form.Lines[0].Text", "SENCO will ring home by Friday"), ("Form.Visibility", nameof(Visibility.Safeguarding)));

        Assert.Contains("may not see this part of the record", Assert.Single(page.Errors), StringComparison.Ordinal);
    }
}
