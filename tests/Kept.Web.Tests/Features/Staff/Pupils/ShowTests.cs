using System.Net;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Pupils;

/// <summary>The pupil's page shows what is current, and nothing to whom it is not for.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    private const int Budget = 6;

    [Fact]
    public async Task The_one_page_profile_is_one_press_away_where_there_is_a_plan()
    {
        Assert.Empty((await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}")).Texts("a[href$='/profile']"));
        var (plan, _) = await World.AddPlanAsync(World.Leo);

        Assert.Equal("How to help", Assert.Single((await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}")).Texts($"a[href='/pupils/{World.Leo.Id}/plan/{plan.Id}/profile']")));
    }

    [Fact]
    public async Task A_safeguarding_entry_leaves_no_trace_on_the_page_of_another()
    {
        await World.AddEntryAsync(World.Noah, "open to staff", on: World.Today.PlusDays(-10));
        string[] before = [await PageAsync(World.FormTutor), await PageAsync(World.Senco), await PageAsync(World.Head)];
        var list = (await As(World.Senco).GetAsync("/pupils?sen=Everybody")).Texts("tbody tr").Single(r => r.StartsWith("Reid", StringComparison.Ordinal));

        var entry = await World.AddEntryAsync(World.Noah, "unspoken words", Visibility.Safeguarding, reviewOn: World.Today);
        var action = await World.AddActionAsync(World.Noah, "unspoken deed", due: World.Today.PlusDays(-1), visibility: Visibility.Safeguarding, entry: entry);
        var enquiry = await World.AddEnquiryAsync(World.Noah, "unspoken question", visibility: Visibility.Safeguarding);

        string[] after = [await PageAsync(World.FormTutor), await PageAsync(World.Senco), await PageAsync(World.Head)];
        Assert.Equal(before, after);
        Assert.Equal(list, (await As(World.Senco).GetAsync("/pupils?sen=Everybody")).Texts("tbody tr").Single(r => r.StartsWith("Reid", StringComparison.Ordinal)));
        foreach (var other in (TestPerson[])[World.FormTutor, World.Senco, World.Office])
        {
            foreach (var url in (string[])[$"/entries/{entry.Id}", $"/entries/{entry.Id}/correct", $"/entries/{entry.Id}/review", $"/actions/{action.Id}", $"/enquiries/{enquiry.Id}"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await As(other).GetAsync(url)).Status);
            }

            Assert.DoesNotContain("unspoken", (await As(other).GetAsync("/actions?status=all")).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("unspoken", (await As(other).GetAsync($"/actions?pupil={World.Noah.Id}&late=true")).Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await As(other).PostAsync($"/actions/{action.Id}?handler=done")).Status);
            Assert.DoesNotContain("unspoken words", (await As(other).GetAsync("/search?q=unspoken")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("unspoken words", await PageAsync(World.Dsl), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await As(World.DeputyDsl).GetAsync($"/actions/{action.Id}")).Status);

        async Task<string> PageAsync(TestPerson viewer) => (await As(viewer).GetAsync($"/pupils/{World.Noah.Id}")).Text;
    }

    [Fact]
    public async Task Each_visibility_is_seen_by_its_readers_and_no_others()
    {
        foreach (var visibility in Enum.GetValues<Visibility>())
        {
            await World.AddEntryAsync(World.Leo, $"seen as {visibility}", visibility);
        }

        var counts = new Dictionary<TestPerson, int> { [World.Dsl] = 4, [World.Senco] = 3, [World.Teacher] = 2, [World.PastoralLead] = 2, [World.Office] = 1 };
        foreach (var (viewer, seen) in counts)
        {
            var page = await As(viewer).GetAsync($"/pupils/{World.Leo.Id}");
            Assert.Equal(seen, Enum.GetValues<Visibility>().Count(v => page.Text.Contains($"seen as {v}", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Neither_anothers_pupil_nor_another_schools_is_there()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync($"/pupils/{World.Zainab.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/pupils/{World.Ruby.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Dsl).GetAsync("/pupils/not-an-id")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync($"/pupils/{World.Leo.Id}")).Status);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_click()
    {
        var lead = As(World.SeniorLeader);
        Assert.Equal(HttpStatusCode.OK, (await lead.GetAsync($"/pupils/{World.Zainab.Id}")).Status);

        await using (var db = Host.OpenDb())
        {
            await db.RolesHeld.Where(r => r.PersonId == World.SeniorLeader.Id).ExecuteUpdateAsync(r => r.SetProperty(p => p.Role, StaffRole.Governor), Cancel);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync($"/pupils/{World.Zainab.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync("/actions")).Status);
    }

    [Fact]
    public async Task An_action_of_a_role_that_was_taken_away_opens_nobodys_record()
    {
        await World.AddActionAsync(World.Zainab, "What a deputy owned", World.DeputyDsl, visibility: Visibility.Safeguarding);
        await using (var db = Host.OpenDb())
        {
            await db.RolesHeld.Where(r => r.PersonId == World.DeputyDsl.Id).ExecuteUpdateAsync(r => r.SetProperty(p => p.Role, StaffRole.TeachingAssistant), Cancel);
        }

        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.DeputyDsl).GetAsync($"/pupils/{World.Zainab.Id}")).Status);
        }
        finally
        {
            await using var db = Host.OpenDb();
            await db.RolesHeld.Where(r => r.PersonId == World.DeputyDsl.Id).ExecuteUpdateAsync(r => r.SetProperty(p => p.Role, StaffRole.DeputyDsl), Cancel);
        }
    }

    [Fact]
    public async Task A_carer_who_may_not_be_told_stands_there_with_the_reason_and_no_number()
    {
        var page = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}");

        Assert.Contains("Do not contact without reading this: Not to be told anything about Zainab", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("a[href^='tel:']"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("99999")]
    [InlineData("abc")]
    [InlineData("")]
    public async Task A_page_that_is_not_there_shows_the_nearest(string number)
    {
        await World.AddEntryAsync(World.Leo, "on the nearest page");

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}?page={number}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("on the nearest page", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_long_story_has_pages()
    {
        for (var at = 0; at < 23; at++)
        {
            await World.AddEntryAsync(World.Ruby, $"said {at}.", on: World.Today.PlusDays(-at));
        }

        var owen = As(World.RiversideSenco);
        var page = await owen.GetAsync($"/pupils/{World.Ruby.Id}");
        Assert.Equal(20, page.Document.QuerySelectorAll(".story > li").Length);
        page = await owen.GetAsync($"/pupils/{World.Ruby.Id}{page.LinkTo("2")}");
        Assert.Equal(["said 20.", "said 21.", "said 22."], page.Texts(".story > li > p[dir=auto]"));
        Assert.Equal("2", Assert.Single(page.Texts("[aria-current=page]"), t => t is "1" or "2"));
    }

    [Fact]
    public async Task The_plan_in_force_the_next_meeting_and_the_latest_documents_are_seen_at_a_glance()
    {
        var (plan, first) = await World.AddPlanAsync(World.Zainab);
        await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(30), about: "Later");
        var meeting = await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(9));
        await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(2), visibility: Visibility.Safeguarding);
        var letter = await World.AddDocumentAsync(World.Zainab, "Letter from the clinic");
        await World.AddDocumentAsync(World.Zainab, "Hidden letter", visibility: Visibility.Safeguarding);

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}");

        Assert.Contains(first.KeyOutcome, page.Text, StringComparison.Ordinal);
        Assert.Contains($"version {plan.Current}", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/pupils/{World.Zainab.Id}/plan", page.LinkTo("open the plan"));
        Assert.Equal($"/meetings/{meeting.Id}", page.LinkTo("SEN support meeting"));
        Assert.Equal($"/documents/{letter.Id}", page.LinkTo("Letter from the clinic"));
        Assert.DoesNotContain("Hidden letter", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hidden letter", (await As(World.Dsl).GetAsync($"/pupils/{World.Zainab.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_plan_and_no_meeting_the_page_says_so_and_offers_both()
    {
        var page = await As(World.RiversideSenco).GetAsync($"/pupils/{World.Ruby.Id}");

        Assert.Equal($"/pupils/{World.Ruby.Id}/plan", page.LinkTo("Write one"));
        Assert.Equal($"/meetings/book?pupil={World.Ruby.Id}", page.LinkTo("Book one"));
    }

    [Fact]
    public async Task It_takes_no_more_statements_than_its_budget()
    {
        var entry = await World.AddEntryAsync(World.Leo, "one to count");
        await World.AddActionAsync(World.Leo, "One to count", World.Teacher, entry: entry);
        foreach (var viewer in (TestPerson[])[World.Senco, World.Teacher])
        {
            var client = As(viewer);
            await client.GetAsync($"/pupils/{World.Leo.Id}");
            using var counter = StatementCounter.Of(Host);
            await client.GetAsync($"/pupils/{World.Leo.Id}");
            Assert.InRange(counter.Statements, 1, Budget);
        }
    }

    [Fact]
    public async Task Opening_a_record_is_written_down()
    {
        var entry = await World.AddEntryAsync(World.Leo, "read by the office");
        var action = await World.AddActionAsync(World.Leo, "Read by the office");
        await As(World.Office).GetAsync($"/pupils/{World.Leo.Id}");
        await As(World.Office).GetAsync($"/entries/{entry.Id}");
        await As(World.Office).GetAsync($"/actions/{action.Id}");

        List<string> read = [];
        for (var tries = 0; tries < 40 && read.Count < 3; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), Cancel);
            await using var db = Host.OpenDb();
            read = await db.RecordReads.Where(r => r.PersonId == World.Office.Id && r.PupilId == World.Leo.Id).Select(r => r.What).Distinct().ToListAsync(Cancel);
        }

        Assert.Equal(["action", "entry", "pupil"], read.Order());
    }
}
