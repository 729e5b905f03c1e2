using System.IO.Compression;
using Kept.Domain.Access;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class ZipTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_selection_is_a_ZIP_with_an_index_and_nothing_that_may_not_be_seen()
    {
        var one = await World.AddDocumentAsync(World.Leo, "=First/one", "one", also: World.Zainab);
        var secret = await World.AddDocumentAsync(World.Leo, "Not for all", "two", Visibility.Safeguarding);
        await World.AddDocumentAsync(World.Leo, "Left where it is", "three");

        using var zip = await ZipAsync(World.Senco, $"/documents/zip?id={one.Id}&id={secret.Id}");

        Assert.Equal(["001 2026-05-05 one.txt", "index.csv"], zip.Entries.Select(e => e.FullName));
        var index = await TextAsync(zip, "index.csv");
        Assert.Contains("'=First/one", index, StringComparison.Ordinal);
        Assert.Contains("Zainab Ali, Leo Bennett", index, StringComparison.Ordinal);
        Assert.Contains("one", await TextAsync(zip, "001 2026-05-05 one.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_a_list_shows_is_in_the_ZIP()
    {
        await World.AddDocumentAsync(World.Noah, "About Noah", "ark");

        using var zip = await ZipAsync(World.Dsl, $"/documents/zip?pupil={World.Noah.Id}");

        Assert.Equal(2, zip.Entries.Count);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync("/documents/zip")).Status);
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
