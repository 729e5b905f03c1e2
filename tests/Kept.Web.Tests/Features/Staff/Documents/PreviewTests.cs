using Kept.Web.Tests.Documents;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class PreviewTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_picture_and_a_PDF_are_shown_by_what_they_are()
    {
        var senco = As(World.Senco);
        var page = await senco.SendAsync(World.Leo, [Sending.File("Photo.pdf", Sample.Picture), Sending.File("Report.pdf", Sample.Pdf("to be looked at"))]);

        var picture = await senco.DownloadAsync($"{page.LinkTo("Open Photo.pdf")}/preview");
        var report = await senco.DownloadAsync($"{page.LinkTo("Open Report.pdf")}/preview");

        Assert.Equal(("image/png", "inline"), (picture.Content.Headers.ContentType!.MediaType, picture.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("application/pdf", report.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'", report.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("sandbox", picture.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_is_heard_on_its_page()
    {
        var senco = As(World.Senco);
        byte[] sound = [.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x3C, 200)];
        var page = await senco.SendAsync(World.Leo, [Sending.File("His words.amr", sound)]);

        var shown = await senco.GetAsync(page.LinkTo("Open His words.amr"));

        Assert.Contains("media-src 'self'", shown.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var heard = await senco.DownloadAsync(shown.Document.QuerySelector("audio")!.GetAttribute("src")!);
        Assert.Equal(("audio/amr", "inline"), (heard.Content.Headers.ContentType!.MediaType, heard.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(sound, await heard.Content.ReadAsByteArrayAsync(Cancel));
    }
}
