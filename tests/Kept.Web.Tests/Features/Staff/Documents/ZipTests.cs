using System.IO.Compression;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Tests.World;
using Kept.Web.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class ZipTests(KeptHost host) : PageTest(host)
{
    private int enrolled;

    [Fact]
    public async Task A_selection_is_a_ZIP_with_an_index_and_nothing_that_may_not_be_seen()
    {
        var one = await World.AddDocumentAsync(World.Leo, "=First/one", "one", also: World.Zainab);
        var secret = await World.AddDocumentAsync(World.Leo, "Not for all", "two", Visibility.Safeguarding);
        await World.AddDocumentAsync(World.Leo, "Left where it is", "three");

        using var zip = await ZipAsync(World.Senco, $"/documents/zip?id={one.Id}&id={secret.Id}");

        Assert.Equal(["001 2026-05-05 =First-one.txt", "index.csv"], zip.Entries.Select(e => e.FullName));
        var index = await TextAsync(zip, "index.csv");
        Assert.Contains("'=First/one", index, StringComparison.Ordinal);
        Assert.Contains("Zainab Ali, Leo Bennett", index, StringComparison.Ordinal);
        Assert.Contains("one", await TextAsync(zip, "001 2026-05-05 =First-one.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_a_list_shows_is_in_the_ZIP()
    {
        await World.AddDocumentAsync(World.Noah, "About Noah", "ark");

        using var zip = await ZipAsync(World.Dsl, $"/documents/zip?pupil={World.Noah.Id}");

        Assert.Equal(2, zip.Entries.Count);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync("/documents/zip")).Status);
    }

    [Fact]
    public async Task Across_pupils_each_has_a_folder_and_what_is_about_several_lies_once_in_their_own()
    {
        var leo = await World.AddDocumentAsync(World.Leo, "About Leo", "one", on: Day(1));
        var both = await World.AddDocumentAsync(World.Leo, "About two", "two", also: World.Zainab, on: Day(2));
        var zainab = await World.AddDocumentAsync(World.Zainab, "About Zainab", "three", on: Day(3));

        using var zip = await ZipAsync(World.Senco, $"/documents/zip?ticked=hub&id={leo.Id}&id={both.Id}&id={zainab.Id}");

        Assert.Equal(
            ["Leo Bennett/001 2026-03-01 About Leo.txt", "Several pupils/002 2026-03-02 About two.txt", "Zainab Ali/003 2026-03-03 About Zainab.txt", "index.csv"],
            zip.Entries.Select(e => e.FullName));
        Assert.Contains("Several pupils/002 2026-03-02 About two.txt,About two,Letter,\"Zainab Ali, Leo Bennett\"", await TextAsync(zip, "index.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_are_about_one_pupil_there_are_no_folders()
    {
        var leo = await World.AddDocumentAsync(World.Leo, "About Leo", "one", on: Day(1));
        var both = await World.AddDocumentAsync(World.Leo, "About two", "two", also: World.Zainab, on: Day(2));

        using var zip = await ZipAsync(World.Senco, $"/documents/zip?ticked=hub&id={leo.Id}&id={both.Id}");

        Assert.Equal(["001 2026-03-01 About Leo.txt", "002 2026-03-02 About two.txt", "index.csv"], zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task Two_pupils_of_one_name_stay_apart_and_no_name_leaves_its_folder()
    {
        var (first, second, third, odd) = (await PupilAsync("Ivy", "Stone", 2015), await PupilAsync("Ivy", "STONE", 2016), await PupilAsync("Ivy", "Stone", 2016), await PupilAsync("..", "/Grey.", 2016));
        List<Document> kept = [];
        foreach (var (at, pupil) in new[] { first, second, third, odd }.Index())
        {
            kept.Add(await World.AddDocumentAsync(pupil, "Letter", on: Day(at + 1)));
        }

        using var zip = await ZipAsync(World.Senco, $"/documents/zip?ticked=hub{string.Concat(kept.Select(d => $"&id={d.Id}"))}");

        Assert.Equal(
            ["Ivy Stone, born 2015-02-03", "Ivy STONE, born 2016-02-03", "Ivy Stone, born 2016-02-03 (2)", "-Grey"],
            zip.Entries.SkipLast(1).Select(e => e.FullName.Split('/')).Select(parts => parts is [var folder, _] ? folder : string.Join('|', parts)));
        Assert.Contains("\"Ivy Stone, born 2016-02-03 (2)\"", await TextAsync(zip, "index.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_is_in_it_as_text_byte_for_byte()
    {
        var page = await World.AddDocumentAsync(World.Leo, "Page v1.2", "<script>alert(1)</script>", kind: FileKind.Html);

        using var zip = await ZipAsync(World.Senco, $"/documents/zip?id={page.Id}");

        Assert.Equal(["001 2026-05-05 Page v1.2.html.txt", "index.csv"], zip.Entries.Select(e => e.FullName));
        Assert.Equal("Page v1.2 <script>alert(1)</script>", await TextAsync(zip, "001 2026-05-05 Page v1.2.html.txt"));
    }

    [Fact]
    public async Task With_none_ticked_it_says_so_and_the_filters_stay()
    {
        await World.AddDocumentAsync(World.Zainab, "Plain letter");
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync("/documents?category=Letter&q=plain")).Form("#take"));

        Assert.Equal("/documents?category=Letter&q=plain", page.Url);
        Assert.Contains("Nothing is ticked. Tick the documents to take, or take all of them", page.Errors);
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!));
        Assert.Empty((await senco.GetAsync("/documents")).Errors);

        page = await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Zainab.Id}/documents")).Form("#take"));
        Assert.Equal($"/pupils/{World.Zainab.Id}/documents", page.Url);
        Assert.Single(page.Errors);
    }

    private static LocalDate Day(int day) => new(2026, 3, day);

    private async Task<TestPupil> PupilAsync(string given, string family, int born)
    {
        var pupil = Pupil.Enrol(World.Hillview.Id, new PupilDetails(
            MadeUpUpn.Of(4003, 2023, ++enrolled), given, family, null, new LocalDate(born, 2, 3), "5", "5E", SenProvision.None, [])).OrThrow();
        await using var db = Host.OpenDb(World.Hillview.Id);
        var record = new VisibleRecord(db, World.Senco.AsViewer, Host.Clock);
        record.Add(pupil);
        Assert.Null(await record.SaveAsync(new PupilEnrolled(pupil.Id), Cancel));
        return new TestPupil(World.Hillview.Id, pupil.Id, pupil.Upn, pupil.Name, given, family, new LocalDate(born, 2, 3));
    }

    private async Task<ZipArchive> ZipAsync(TestPerson person, string url)
    {
        var answer = await As(person).DownloadAsync(url);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel)));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync(Cancel);
    }
}
