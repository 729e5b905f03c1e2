using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Entries;

/// <summary>A correction keeps both versions, and never shows anybody what they could not see before.</summary>
public sealed class CorrectTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Both_versions_are_shown_with_who_when_and_why()
    {
        var entry = await World.AddEntryAsync(World.Leo, "the father rang", with: World.LeosFather, on: new(2026, 4, 30));

        var page = await CorrectAsync(World.Teacher, entry,
            ("Form.Issue", "the mother rang"), ("Form.With", World.LeosMother.Id.ToString()), ("Form.HappenedOn", "29 April"), ("Form.Reason", "It was Ms Bennett"));

        Assert.Equal(("29 April · phone call with mother", $"/entries/{entry.Id}"), (page.Heading, page.Url));
        Assert.Contains("the mother rang", page.Text, StringComparison.Ordinal);
        Assert.Equal(["the father rang", "30 April", "with father"], page.Texts(".was s"));
        Assert.Contains("corrected 5 May by Mr Tom Ellis: It was Ms Bennett", page.Texts(".was")[0], StringComparison.Ordinal);
        Assert.Contains("the father rang", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}")).Texts(".was s"));
    }

    [Fact]
    public async Task A_correction_without_a_reason_or_a_difference_is_refused_and_keeps_what_was_typed()
    {
        var entry = await World.AddEntryAsync(World.Leo, "as it was");

        var page = await CorrectAsync(World.Senco, entry, ("Form.Issue", "as it should be"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.GetElementById("Form_Reason-error"));
        Assert.Equal("as it should be", page.Value("Form.Issue"));

        page = await CorrectAsync(World.Senco, entry, ("Form.Reason", "for no reason"));
        Assert.Contains("Nothing is different yet", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_narrower_takes_its_actions_and_its_enquiry_along()
    {
        var enquiry = await World.AddEnquiryAsync(World.Leo, "asks about the meeting");
        var entry = await EntryAsync(enquiry);
        var action = await World.AddActionAsync(World.Leo, "Send the notes", World.Senco, entry: entry);

        var page = await CorrectAsync(World.Senco, entry, ("Form.Visibility", nameof(Visibility.SendTeam)), ("Form.Reason", "Not for all"));

        Assert.Contains("shared with family", page.Texts(".was s"));
        Assert.Equal(Visibility.SendTeam, (await World.ReloadAsync(action)).Visibility);
        var teacher = As(World.Teacher);
        foreach (var url in (string[])[$"/entries/{entry.Id}", $"/actions/{action.Id}", $"/enquiries/{enquiry.Id}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(url)).Status);
        }

        Assert.DoesNotContain("asks about the meeting", (await teacher.GetAsync($"/pupils/{World.Leo.Id}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("asks about the meeting", (await teacher.GetAsync("/search?q=meeting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_refused_while_somebody_would_lose_sight_of_what_they_have_to_do()
    {
        var entry = await World.AddEntryAsync(World.Leo, "with work for the teacher");
        var action = await World.AddActionAsync(World.Leo, "Change his seat", World.Teacher, entry: entry);

        var page = await CorrectAsync(World.Senco, entry, ("Form.Visibility", nameof(Visibility.SendTeam)), ("Form.Reason", "Not for all"));
        Assert.Contains("Mr Tom Ellis owns an action agreed here", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await As(World.Teacher).GetAsync($"/entries/{entry.Id}")).Status);

        await World.ChangeAsync(action, a => a.MarkDone(null, null, World.Today, Clock.Now));
        await CorrectAsync(World.Senco, entry, ("Form.Visibility", nameof(Visibility.SendTeam)), ("Form.Reason", "Not for all"));
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync($"/actions/{action.Id}")).Status);
    }

    [Fact]
    public async Task What_becomes_wider_does_not_show_the_old_words_or_the_old_reviews()
    {
        var entry = await World.AddEntryAsync(World.Leo, "too much said here", Visibility.SendTeam, reviewOn: World.Today);
        await As(World.Senco).PostAsync($"/entries/{entry.Id}/review", ("Form.Happened", "Yes"), ("Form.WhatChanged", "a finding for the team"));

        var senco = await CorrectAsync(World.Senco, entry, ("Form.Issue", "fit to be read"), ("Form.Visibility", nameof(Visibility.Family)), ("Form.Reason", "shared at their wish"));
        Assert.Contains("too much said here", senco.Texts(".was s"));
        Assert.Contains("a finding for the team", senco.Text, StringComparison.Ordinal);

        var teacher = await As(World.Teacher).GetAsync($"/entries/{entry.Id}");
        Assert.Contains("fit to be read", teacher.Text, StringComparison.Ordinal);
        Assert.All((string[])["too much said here", "a finding for the team", "shared at their wish"], words => Assert.DoesNotContain(words, teacher.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("fit to be read", (await As(World.Teacher).GetAsync("/search?q=too+much+said")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_it_to_the_safeguarding_leads_is_told_and_not_shown_a_closed_door()
    {
        var entry = await World.AddEntryAsync(World.Leo, "should have been a concern", Visibility.Staff);

        var page = await CorrectAsync(World.Teacher, entry, ("Form.Visibility", nameof(Visibility.Safeguarding)), ("Form.Reason", "It is a concern"));

        Assert.Equal((HttpStatusCode.OK, $"/pupils/{World.Leo.Id}"), (page.Status, page.Url));
        Assert.Contains("Only the safeguarding leads can see it now.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("should have been a concern", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_words_that_somebody_else_changed_is_refused_and_loses_nothing()
    {
        var entry = await World.AddEntryAsync(World.Leo, "first words");
        var senco = As(World.Senco);
        var stale = (await senco.GetAsync($"/entries/{entry.Id}/correct")).Form();
        await CorrectAsync(World.Teacher, entry, ("Form.Issue", "second words"), ("Form.Reason", "a slip"));

        var page = await senco.SubmitAsync(stale, ("Form.Issue", "third words"), ("Form.Reason", "another slip"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("third words", page.Value("Form.Issue"));
        Assert.Contains("second words", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_is_refused()
    {
        var entry = await World.AddEntryAsync(World.Leo, "on a day to come");

        var page = await CorrectAsync(World.Senco, entry, ("Form.HappenedOn", "tomorrow"), ("Form.Reason", "a slip"));

        Assert.NotNull(page.Document.GetElementById("Form_HappenedOn-error"));
    }

    private async Task<TestPage> CorrectAsync(TestPerson person, LogEntry entry, params (string, string?)[] fields)
    {
        var client = As(person);
        return await client.PressAsync((await client.GetAsync($"/entries/{entry.Id}/correct")).Form(), "Keep the correction", fields);
    }

    private async Task<LogEntry> EntryAsync(Enquiry enquiry)
    {
        await using var db = Host.OpenDb();
        return await db.LogEntries.AsNoTracking().SingleAsync(e => e.Id == enquiry.EntryId, Cancel);
    }
}
