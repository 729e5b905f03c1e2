using System.Net;
using Kept.Domain.Meetings;
using Kept.Web.Tests.World;
using Kept.Web.Wordings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Family.Times;

/// <summary>/family/{school}/{pupilId}/times: a carer books a time with somebody who works with their child, and gives it back.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private string Leos => $"/family/hillview/{World.Leo.Id}/times";

    private string Zainabs => $"/family/hillview/{World.Zainab.Id}/times";

    [Fact]
    public async Task A_mother_books_a_time_and_then_nobody_else_is_offered_it()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync((await mother.GetAsync($"/family/hillview/{World.Leo.Id}")).LinkTo("Book a time to talk"));
        Assert.Contains("Tuesday 12 May", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mrs Amina Khan, The library", page.Text, StringComparison.Ordinal);

        page = await mother.SubmitAsync(page.Form(), ("Slot", $"{surgery.Id} 2026-05-12T15:40"));

        Assert.Contains("Your time is booked", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 12 May", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.FormWith("Send to the school"));
        var other = await (await Host.AsCarerAsync(World.ZainabsMother, World.Zainab)).GetAsync(Zainabs);
        Assert.Equal(["2026-05-12T15:30", "2026-05-12T15:50"], Times(other).Where(t => t.StartsWith("2026-05-12", StringComparison.Ordinal)));
        Assert.DoesNotContain("Leo", other.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var meeting = await db.Meetings.SingleAsync(m => m.SurgeryId == surgery.Id, Cancel);
        Assert.Equal((MeetingKind.Conversation, World.Senco.Id, World.LeosMother.Id, 10), (meeting.Kind, meeting.LeadId, meeting.BookedById, meeting.Minutes));
        var father = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}");
        Assert.DoesNotContain("Parent conversation", father.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_given_back_on_its_page_and_is_free_again()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(Leos)).Form();
        var meeting = await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:30"));
        Assert.Equal(meeting.Url, (await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:30"))).Url);
        var again = await mother.SubmitAsync(Fresh(form), ("Slot", $"{surgery.Id} 2026-05-12T15:50"));
        Assert.Contains("You have a time already: Tuesday 12 May", again.Text, StringComparison.Ordinal);
        Assert.Empty(Times(await mother.GetAsync(Leos)));

        var page = await mother.PressAsync(meeting.FormWith("I cannot come"), "I cannot come");

        Assert.Contains("The time is free again", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026-05-12T15:30", Times(page));
        await mother.PressAsync(meeting.FormWith("I cannot come"), "I cannot come");
        await using var db = Host.OpenDb();
        var stored = await db.Meetings.SingleAsync(m => m.SurgeryId == surgery.Id, Cancel);
        Assert.Equal((MeetingStatus.Cancelled, CalledOffBy.Family), (stored.Status, stored.CalledOffBy));
    }

    [Fact]
    public async Task What_cannot_be_booked_is_said_beside_the_times()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Leos);

        Assert.Equal("Choose a time first.", Assert.Single((await mother.SubmitAsync(page.Form())).Errors));
        foreach (var never in (string[])[$"{surgery.Id} 2026-05-12T15:35", $"{surgery.Id} 2026-05-13T15:30", $"{surgery.Id} 2027-05-11T15:30", $"{Guid.NewGuid()} 2026-05-12T15:30"])
        {
            Assert.Equal("That time has just gone. Choose another.", Assert.Single((await mother.SubmitAsync(page.Form(), ("Slot", never))).Errors));
        }

        Assert.Equal("Choose a time first.", Assert.Single((await mother.SubmitAsync(page.Form(), ("Slot", "tomorrow please"))).Errors));
    }

    [Fact]
    public async Task Two_who_press_at_once_do_not_get_the_same_time()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var leos = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var zainabs = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var (one, two) = ((await leos.GetAsync(Leos)).Form(), (await zainabs.GetAsync(Zainabs)).Form());

        var answers = await Task.WhenAll(leos.SubmitAsync(one, ("Slot", $"{surgery.Id} 2026-05-19T15:30")), zainabs.SubmitAsync(two, ("Slot", $"{surgery.Id} 2026-05-19T15:30")));

        Assert.Single(answers, page => page.Status is HttpStatusCode.OK && page.Url.Contains("/meetings/", StringComparison.Ordinal));
        string[] gone = [Wording.Of("en")!["times.taken"], Wording.Of("ur")!["times.taken"]];
        Assert.Single(answers, page => page.Status is HttpStatusCode.BadRequest && gone.Contains(Assert.Single(page.Errors)));
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Meetings.CountAsync(m => m.SurgeryId == surgery.Id && m.Status == MeetingStatus.Planned, Cancel));
    }

    [Fact]
    public async Task Nobody_is_offered_the_time_of_a_teacher_who_does_not_work_with_their_child()
    {
        var surgery = await World.OnlySurgeryAsync(World.Teacher);
        var leos = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var zainabs = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);

        Assert.NotEmpty(Times(await leos.GetAsync(Leos)));
        Assert.Contains(Wording.Of("ur")!["times.none"], (await zainabs.GetAsync(Zainabs)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.Of("ur")!["times.link"], (await zainabs.GetAsync($"/family/hillview/{World.Zainab.Id}")).Text, StringComparison.Ordinal);
        var tried = await zainabs.PostAsync(Zainabs, ("Key", $"{Guid.NewGuid()}"), ("Slot", $"{surgery.Id} 2026-05-12T15:30"));
        Assert.Equal(HttpStatusCode.BadRequest, tried.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await zainabs.GetAsync(Leos)).Status);
    }

    [Fact]
    public async Task Nobody_gives_back_another_s_time_or_a_meeting_that_the_school_booked()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var hers = await mother.SubmitAsync((await mother.GetAsync(Leos)).Form(), ("Slot", $"{surgery.Id} 2026-05-12T15:30"));
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        var schools = await World.AddMeetingAsync(World.Leo, guests: World.LeosMother);

        Assert.Equal(HttpStatusCode.NotFound, (await father.PostAsync($"{hers.Url}?handler=GiveBack")).Status);
        var refused = await mother.PostAsync($"/family/hillview/{World.Leo.Id}/meetings/{schools.Id}?handler=GiveBack");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("I cannot come", refused.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(2, await db.Meetings.CountAsync(m => (m.Id == schools.Id || m.SurgeryId == surgery.Id) && m.Status == MeetingStatus.Planned, Cancel));
    }

    [Fact]
    public async Task A_father_who_is_asked_as_well_does_not_call_off_the_mother_s_time_or_lose_his_own()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var hers = await mother.SubmitAsync((await mother.GetAsync(Leos)).Form(), ("Slot", $"{surgery.Id} 2026-05-12T15:30"));
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/meetings/{hers.Url.Split('/')[^1]}");
        await senco.PressAsync(page.FormWith("Invite"), "Invite", ("Form.Guest", World.LeosFather.Id.ToString()));

        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        Assert.DoesNotContain("I cannot come", (await father.GetAsync(hers.Url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await father.PostAsync($"{hers.Url}?handler=GiveBack")).Status);
        Assert.DoesNotContain("I cannot come", (await mother.GetAsync(hers.Url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await mother.PostAsync($"{hers.Url}?handler=GiveBack")).Status);
        var his = await father.SubmitAsync((await father.GetAsync(Leos)).Form(), ("Slot", $"{surgery.Id} 2026-05-12T15:50"));
        Assert.Contains("I cannot come", his.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_back_after_giving_a_time_back_gets_the_one_that_they_choose_then()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(Leos)).Form();
        var first = await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:30"));
        var other = await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:50"));
        Assert.Contains("You have a time already: Tuesday 12 May", other.Text, StringComparison.Ordinal);
        await mother.PressAsync(first.FormWith("I cannot come"), "I cannot come");

        var second = await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:50"));

        Assert.Contains("Your time is booked", second.Text, StringComparison.Ordinal);
        Assert.NotEqual(first.Url, second.Url);
        await using var db = Host.OpenDb();
        Assert.Equal(new LocalTime(15, 50), (await db.Meetings.SingleAsync(m => m.SurgeryId == surgery.Id && m.Status == MeetingStatus.Planned, Cancel)).At);
    }

    [Fact]
    public async Task A_thumb_that_presses_twice_books_one_and_reads_no_error()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(Leos)).Form();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:30"))));

        Assert.Single(answers.Select(a => a.Url).Distinct(), url => url.Contains("/meetings/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_booked_before_it_is_written_down_who_decides_for_a_young_person()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(Leos)).Form();
        await using var db = Host.OpenDb();
        var leo = db.Pupils.Where(p => p.Id == World.Leo.Id);
        var born = await leo.Select(p => p.DateOfBirth).FirstAsync(Cancel);
        await leo.ExecuteUpdateAsync(set => set.SetProperty(p => p.DateOfBirth, new LocalDate(2009, 5, 3)), Cancel);
        try
        {
            Assert.Contains("No time is free just now", (await mother.GetAsync(Leos)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Book a time to talk", (await mother.GetAsync($"/family/hillview/{World.Leo.Id}")).Text, StringComparison.Ordinal);
            Assert.Equal("That time has just gone. Choose another.", Assert.Single((await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-12T15:30"))).Errors));
        }
        finally
        {
            await leo.ExecuteUpdateAsync(set => set.SetProperty(p => p.DateOfBirth, born), Cancel);
        }
    }

    [Fact]
    public async Task Nothing_is_offered_after_the_last_day_of_whoever_gives_the_time_or_of_the_child()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(Leos)).Form();
        await using var db = Host.OpenDb();
        var (senco, leo) = (db.People.Where(p => p.Id == World.Senco.Id), db.Pupils.Where(p => p.Id == World.Leo.Id));
        try
        {
            await senco.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, new LocalDate(2026, 5, 12)), Cancel);
            Assert.Equal(["2026-05-12T15:30", "2026-05-12T15:40", "2026-05-12T15:50"], Times(await mother.GetAsync(Leos)));
            Assert.Single((await mother.SubmitAsync(form, ("Slot", $"{surgery.Id} 2026-05-19T15:30"))).Errors);
            await senco.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, (LocalDate?)null), Cancel);
            await leo.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, new LocalDate(2026, 5, 13)), Cancel);
            Assert.Equal(["2026-05-12T15:30", "2026-05-12T15:40", "2026-05-12T15:50"], Times(await mother.GetAsync(Leos)));
        }
        finally
        {
            await senco.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, (LocalDate?)null), Cancel);
            await leo.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, (LocalDate?)null), Cancel);
        }
    }

    [Fact]
    public async Task The_child_s_page_asks_little_for_the_link()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var home = $"/family/hillview/{World.Leo.Id}";
        await mother.GetAsync(home);
        var some = await StatementsAsync();
        await using var db = Host.OpenDb();
        await db.Set<Surgery>().Where(s => s.Id == surgery.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastOn, World.Today), Cancel);

        Assert.Equal(3, some - await StatementsAsync());

        async Task<int> StatementsAsync()
        {
            using var counter = StatementCounter.Of(Host);
            await mother.GetAsync(home);
            return counter.Statements;
        }
    }

    [Fact]
    public async Task A_time_at_which_its_giver_leads_another_meeting_is_not_offered()
    {
        var surgery = await World.OnlySurgeryAsync(World.Senco);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var before = await mother.GetAsync(Leos);
        Assert.Contains("2026-05-19T15:40", Times(before));

        // At half past three, of three quarters of an hour: all three times of that day.
        var meeting = await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(14));

        Assert.DoesNotContain(Times(await mother.GetAsync(Leos)), time => time.StartsWith("2026-05-19", StringComparison.Ordinal));
        Assert.Equal("That time has just gone. Choose another.", Assert.Single((await mother.SubmitAsync(before.Form(), ("Slot", $"{surgery.Id} 2026-05-19T15:40"))).Errors));
        var own = await As(World.Senco).GetAsync("/meetings/surgeries");
        Assert.Contains("Tuesday 19 May: none free", own.Text, StringComparison.Ordinal);
        Assert.Contains("Another meeting", own.Text, StringComparison.Ordinal);

        // Whoever else looks cannot tell it from a time that a family has booked.
        Assert.DoesNotContain("Another meeting", (await As(World.SendLead).GetAsync("/meetings/surgeries")).Text, StringComparison.Ordinal);
        await World.ChangeMeetingAsync(meeting, m => m.Cancel(CalledOffBy.School, "The bus broke down"));
        Assert.Contains("2026-05-19T15:40", Times(await mother.GetAsync(Leos)));
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Fresh(AngleSharp.Html.Dom.IHtmlFormElement form)
    {
        form.QuerySelector("input[name=Key]")!.SetAttribute("value", Guid.NewGuid().ToString());
        return form;
    }

    private static IEnumerable<string> Times(TestPage page) => page.Document.QuerySelectorAll("input[name=Slot]").Select(i => i.GetAttribute("value")!.Split(' ')[1]);
}
