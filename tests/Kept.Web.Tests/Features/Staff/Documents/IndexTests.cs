using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Documents_are_found_by_what_they_are_and_by_the_words_in_them()
    {
        await World.AddDocumentAsync(World.Leo, "Report of the spring", "recommends a wallaby overlay", category: DocumentCategory.ProfessionalReport, on: World.Today.PlusYears(-1));
        await World.AddDocumentAsync(World.Zainab, "Letter of the summer", "from the hospital");

        Assert.Equal(["Report of the spring"], await TitlesAsync("q=wallabies"));
        Assert.Equal(["Report of the spring"], await TitlesAsync("category=ProfessionalReport"));
        Assert.Equal(["Report of the spring"], await TitlesAsync("dated=2024"));
        foreach (var zainabs in (string[])["year=4", $"pupil={World.Zainab.Id}"])
        {
            var titles = await TitlesAsync(zainabs);
            Assert.Contains("Letter of the summer", titles);
            Assert.DoesNotContain("Report of the spring", titles);
        }

        var page = await As(World.Senco).GetAsync("/documents?q=wallaby");
        Assert.Equal(["wallaby"], page.Texts("mark"));
    }

    [Fact]
    public async Task What_is_due_for_review_is_a_view_of_its_own()
    {
        await World.AddDocumentAsync(World.Leo, "Plan to look at", reviewOn: World.Today.PlusDays(1));
        Assert.DoesNotContain("Plan to look at", await TitlesAsync("show=due"));

        Clock.Pass(NodaTime.Duration.FromDays(2));
        try
        {
            Assert.Contains("Plan to look at", await TitlesAsync("show=due"));
        }
        finally
        {
            Clock.Pass(NodaTime.Duration.FromDays(-2));
        }
    }

    [Fact]
    public async Task What_may_not_be_seen_leaves_no_trace()
    {
        var secret = await World.AddDocumentAsync(World.Leo, "Note of a dugong", "the dugong was seen", Visibility.Safeguarding);
        await World.AddDocumentAsync(World.Zainab, "Zainab and the manatee", "manatee");

        Assert.Contains("Note of a dugong", (await As(World.Dsl).GetAsync("/documents?q=dugong")).Text, StringComparison.Ordinal);
        foreach (var person in (TestPerson[])[World.Teacher, World.Senco, World.Office, World.RiversideSenco])
        {
            var visitor = As(person);
            foreach (var place in (string[])["/documents?q={0}", "/search?q={0}"])
            {
                var sought = (await visitor.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, place, "dugong"))).Text.Replace("dugong", "…", StringComparison.Ordinal);
                var nothing = (await visitor.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, place, "quagga"))).Text.Replace("quagga", "…", StringComparison.Ordinal);
                Assert.Equal(nothing, sought);
            }

            foreach (var address in (string[])["", "/file", "/preview"])
            {
                Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.DownloadAsync($"/documents/{secret.Id}{address}")).StatusCode);
            }
        }

        Assert.DoesNotContain("manatee", (await As(World.Teacher).GetAsync("/documents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_about_two_is_seen_by_whoever_sees_one_who_hears_only_of_that_one()
    {
        var both = await World.AddDocumentAsync(World.Zainab, "Reading group of two", "echidna", also: World.Leo);

        var page = await As(World.Teacher).GetAsync($"/documents/{both.Id}");

        Assert.Contains("Leo Bennett", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", (await As(World.Teacher).GetAsync("/documents?q=echidna")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", (await As(World.Teacher).GetAsync("/search?q=echidna")).Html, StringComparison.Ordinal);
        Assert.Contains("Zainab Ali", (await As(World.Senco).GetAsync($"/documents/{both.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync($"/documents/{both.Id}")).Status);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string query) => (await As(World.Senco).GetAsync($"/documents?{query}")).Texts("li.row .what b");
}
