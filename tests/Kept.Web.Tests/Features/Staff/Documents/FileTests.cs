using Kept.Web.Tests.Documents;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class FileTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_file_is_handed_out_to_be_saved_and_can_do_nothing_in_the_browser()
    {
        var senco = As(World.Senco);
        var page = await senco.SendAsync(World.Leo, [Sending.File("Page of “theirs”.pdf", Sample.Page("<b>hello</b>"))]);
        var href = page.LinkTo("Open Page of “theirs”.pdf");

        var file = await senco.DownloadAsync($"{href}/file");

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Page of “theirs”.pdf.html.txt", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Sample.Page("<b>hello</b>"), await file.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Contains("A web page can carry a program. It is taken as text, named Page of “theirs”.pdf.html.txt", (await senco.GetAsync(href)).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await senco.DownloadAsync($"{href}/preview")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await senco.DownloadAsync($"{href}/file?version=2")).StatusCode);
    }
}
