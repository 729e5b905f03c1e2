using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Search;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("Leo")]
    [InlineData("bennett")]
    [InlineData("nett")]
    [InlineData("Benet")]
    [InlineData("leo benett")]
    [InlineData("loe")]
    [InlineData("LEO BENNETT")]
    [InlineData("be")]
    public async Task A_pupil_is_found_by_any_part_of_the_name_however_spelt(string typed)
    {
        var page = await SearchAsync(World.Senco, typed);

        Assert.Contains("Leo Bennett", page.Texts("li.row .what"));
    }

    [Fact]
    public async Task A_pupil_is_found_by_any_part_of_the_number()
    {
        foreach (var part in (string[])[World.Leo.Upn[..^1], World.Leo.Upn[3..].ToLowerInvariant(), World.Leo.Upn[^5..]])
        {
            var page = await SearchAsync(World.Senco, part);
            Assert.Equal("Leo Bennett", page.Texts("li.row .what")[0]);
        }
    }

    [Fact]
    public async Task A_whole_number_leads_to_the_pupil_and_out_of_the_address()
    {
        Assert.Equal($"/pupils/{World.Leo.Id}", await WhereAsync(World.Senco));
        Assert.Null(await WhereAsync(World.RiversideSenco));

        async Task<string?> WhereAsync(TestPerson person) =>
            (await As(person).DownloadAsync($"/search?q={World.Leo.Upn}")).Headers.Location?.ToString();
    }

    [Theory]
    [InlineData("anxiety")]
    [InlineData("anxieties")]
    [InlineData("ANXIETY mornings")]
    [InlineData("morn")]
    [InlineData("meeting")]
    [InlineData("timetab")]
    [InlineData("cafe")]
    [InlineData("obrien")]
    public async Task An_entry_is_found_by_its_words(string typed)
    {
        await World.AddEntryAsync(World.Leo, "Morning anxiety", said: "We will meet him at the café door", note: "Mrs O’Brien will ring about the timetable");

        var page = await SearchAsync(World.Senco, typed);

        Assert.Contains(page.Texts("li.row .what"), words => words.StartsWith("Morning anxiety", StringComparison.Ordinal));
        Assert.NotEmpty(page.Texts("mark"));
    }

    [Fact]
    public async Task An_action_is_found_by_its_words_and_by_what_changed()
    {
        var action = await World.AddActionAsync(World.Leo, "Share a gentler start-of-day plan", World.Teacher);
        await World.ChangeAsync(action, a => a.MarkDone("He walks in by himself", "photograph of the timetable", World.Today, Clock.Now));

        Assert.Contains("Share a gentler", (await SearchAsync(World.Senco, "gentler plan")).Text, StringComparison.Ordinal);
        Assert.Contains("Share a gentler", (await SearchAsync(World.Senco, "photograph")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_the_words_must_be_there()
    {
        await World.AddEntryAsync(World.Leo, "Swimming kit was lost");

        Assert.Contains("Nothing found", (await SearchAsync(World.Senco, "swimming trombone")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_seen_leaves_no_trace()
    {
        await World.AddEntryAsync(World.Leo, "Disclosure about the xylophone", Visibility.Safeguarding);
        await World.AddActionAsync(World.Leo, "Ring the xylophone line", World.Dsl, visibility: Visibility.Safeguarding);
        await World.AddEntryAsync(World.Zainab, "Asked about the zither");

        Assert.Contains("Disclosure", (await SearchAsync(World.Dsl, "xylophone")).Text, StringComparison.Ordinal);
        Assert.Contains("zither", (await SearchAsync(World.Senco, "zither")).Text, StringComparison.Ordinal);
        foreach (var person in (TestPerson[])[World.Teacher, World.Senco, World.Office, World.RiversideSenco])
        {
            Assert.Equal(Nothing(await SearchAsync(person, "quagga"), "quagga"), Nothing(await SearchAsync(person, "xylophone"), "xylophone"));
        }

        Assert.Contains("Nothing found", (await SearchAsync(World.Teacher, "zither")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing found", (await SearchAsync(World.Teacher, "Zainab")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing found", (await SearchAsync(World.RiversideSenco, "Bennett")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_found_by_its_new_words_alone()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Lost his trumpet");
        await using (var db = Host.OpenDb())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE log_entries SET issue = 'Lost his cornet' WHERE id = {entry.Id.Value}", Cancel);
        }

        Assert.Contains("cornet", (await SearchAsync(World.Senco, "cornet")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing found", (await SearchAsync(World.Senco, "trumpet")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("x); DROP TABLE pupils; --")]
    [InlineData("NEAR(a b) OR *")]
    [InlineData("علی")]
    [InlineData("a:* & !b | <-> %")]
    public async Task Whatever_is_typed_is_answered_and_kept_in_the_box(string typed)
    {
        Host.Typed.Add(typed);
        var page = await SearchAsync(World.Senco, typed);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(typed, page.Document.QuerySelector("main input[name=q]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task The_newest_come_first_and_no_more_than_a_page_of_them()
    {
        for (var day = 0; day < 12; day++)
        {
            await World.AddEntryAsync(World.Leo, $"Bassoon lesson {day}", on: World.Today.PlusDays(-day));
        }

        var page = await SearchAsync(World.Senco, "bassoon");

        var found = page.Texts("li.row .what b");
        Assert.Equal(10, found.Count);
        Assert.Equal(["Bassoon lesson 0", "Bassoon lesson 1"], found.Take(2));
        Assert.Equal(12, (await As(World.Senco).GetAsync(page.LinkTo("More entries with these words"))).Texts("li.row .what b").Count);
    }

    [Fact]
    public async Task What_a_carer_says_of_the_plan_and_the_answer_are_found_by_who_works_with_the_child_and_by_nobody_else()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "He is worried about the zeppelin poster");
        foreach (var viewer in new[] { World.Senco, World.Teacher })
        {
            var page = await SearchAsync(viewer, "zeppelins");
            Assert.Contains("He is worried about the zeppelin poster", page.Texts("li.row .what b"));
            Assert.Equal($"/pupils/{World.Leo.Id}/plan/views/{view.Id}", page.LinkTo("He is worried about the zeppelin poster"));
        }

        foreach (var other in new[] { World.Office, World.FormTutor, World.RiversideSenco })
        {
            Assert.Equal(Nothing(await SearchAsync(other, "quokkas"), "quokkas"), Nothing(await SearchAsync(other, "zeppelins"), "zeppelins"));
        }

        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}")).Form(), ("Form.Answer", "The dirigible is gone from the wall"));
        Assert.Contains("He is worried about the zeppelin poster", (await SearchAsync(World.Senco, "dirigible")).Texts("li.row .what b"));
    }

    [Fact]
    public async Task A_search_costs_at_most_four_statements()
    {
        await World.AddEntryAsync(World.Leo, "Leo is worried about the bus");
        await World.AddActionAsync(World.Leo, "Ask about Leo and the bus");
        await SearchAsync(World.Teacher, "Leo");
        using var counted = StatementCounter.Of(Host);

        await SearchAsync(World.Teacher, "Leo");

        Assert.Equal(4, counted.Statements);
    }

    [Fact]
    public async Task Nobody_without_a_view_of_the_record_may_search()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await SearchAsync(World.Governor, "Leo")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SearchAsync(World.Administrator, "Leo")).Status);
    }

    private Task<TestPage> SearchAsync(TestPerson person, string typed) => As(person).GetAsync($"/search?q={Uri.EscapeDataString(typed)}");

    private static string Nothing(TestPage page, string typed) => page.Text.Replace(typed, "…", StringComparison.Ordinal);
}
