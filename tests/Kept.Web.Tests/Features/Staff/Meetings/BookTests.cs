using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>A meeting is booked with each person asked by themselves, and what they need in view.</summary>
public sealed class BookTests(KeptHost host) : PageTest(host)
{
    private string Address => $"/meetings/book?pupil={World.Zainab.Id}";

    [Fact]
    public async Task Needs_are_shown_before_it_is_booked_and_a_restricted_carer_cannot_be_ticked()
    {
        var page = await As(World.Senco).GetAsync(Address);

        Assert.Contains("To arrange: Urdu, interpreter needed", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mr Yusuf Ali may not be told about this child, so cannot be invited", page.Text, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelector($"input[value='{World.ZainabsFather.Id}']")!.HasAttribute("disabled"));
        Assert.False(page.Document.QuerySelector($"input[value='{World.ZainabsMother.Id}']")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_form_that_was_tampered_with_is_refused_by_the_rule_itself()
    {
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(Address)).Form(), "Book it",
            ("Form.Day", "next Friday"), ("Form.Time", "3.30pm"), ("Form.Guests", World.ZainabsFather.Id.ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("may not be told", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_booked_once_however_often_it_is_sent()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/meetings/book?pupil={World.Leo.Id}")).Form();
        (string, string?)[] typed = [("Form.Day", "next Friday"), ("Form.Time", "3.30pm"), ("Form.Place", "Room 4"), ("Form.About", "sent twice")];

        var page = await senco.PressAsync(form, "Book it", typed);
        await senco.PressAsync(form, "Book it", typed);

        Assert.Contains("SEN support meeting: Leo Bennett", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Room 4", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var meeting = await db.Meetings.SingleAsync(m => m.About == "sent twice", Cancel);
        Assert.Equal(4, await db.Set<Attendee>().CountAsync(a => a.MeetingId == meeting.Id, Cancel));
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Chain == World.Leo.Id.Value && l.Kind == "meeting-booked", Cancel));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(Address)).Form(), "Book it", ("Form.Day", "some day"), ("Form.Place", "Room 4"));

        Assert.NotNull(page.Document.GetElementById("Form_Day-error"));
        Assert.Equal("Room 4", page.Value("Form.Place"));
        page = await senco.PressAsync(page.Form(), "Book it", ("Form.Day", "next Friday"), ("Form.Time", "teatime"));
        Assert.NotNull(page.Document.GetElementById("Form_Time-error"));
        page = await senco.PressAsync(page.Form(), "Book it", ("Form.Day", "next Friday"), ("Form.Time", "4pm"), ("Form.Sensitive", "true"));
        Assert.Contains("at least 2 colleagues", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_named_at_once_each_beside_its_field()
    {
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(Address)).Form(), "Book it",
            ("Form.Day", ""), ("Form.Time", "teatime"), ("Form.Minutes", "many"), ("Form.Place", new string('p', 121)), ("Form.About", new string('a', 301)),
            ("Form.Lead", ""), ("Form.Guests", World.ZainabsFather.Id.ToString()));

        Assert.Equal(
            ["#Form_Day", "#Form_Time", "#Form_Minutes", "#Form_Place", "#Form_About", "#Form_Lead", "#Form_Guests"],
            page.Document.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")));
        Assert.All((string[])["Day", "Time", "Minutes", "Place", "About", "Lead", "Guests"], field =>
        {
            Assert.NotNull(page.Document.GetElementById($"Form_{field}-error"));
            Assert.NotNull(page.Document.GetElementById($"Form_{field}"));
        });
        Assert.Equal("teatime", page.Value("Form.Time"));
    }

    [Fact]
    public async Task Nobody_books_what_they_could_not_see()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync($"/meetings/book?pupil={World.Leo.Id}");
        Assert.DoesNotContain("Safeguarding", page.Text, StringComparison.Ordinal);

        page = await teacher.PressAsync(page.Form(), "Book it", ("Form.Day", "next Friday"), ("Form.Time", "3pm"), ("Form.Visibility", nameof(Visibility.Safeguarding)));
        Assert.Contains("could not see", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pupil_is_found_by_name_among_those_one_works_with()
    {
        Assert.Equal($"/meetings/book?pupil={World.Leo.Id}", (await As(World.Teacher).GetAsync("/meetings/book?q=benn")).LinkTo("Leo Bennett"));
        Assert.DoesNotContain("Leo Bennett", (await As(World.FormTutor).GetAsync("/meetings/book?q=benn")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync($"/meetings/book?pupil={World.Leo.Id}")).Status);
    }
}
