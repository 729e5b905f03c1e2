using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Features.Family.Documents;

/// <summary>/family/{school}/{pupilId}/documents/{documentId}/file.</summary>
public sealed class FileTests(KeptHost host) : PageTest(host)
{
    private string Page => $"/family/hillview/{World.Leo.Id}/documents";

    [Fact]
    public async Task Only_the_file_as_it_is_now_is_given()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Timetable", "Old lessons", Visibility.Family);
        await using (var db = Host.OpenDb())
        {
            var record = new VisibleRecord(db, World.Senco.AsViewer, Clock);
            var stored = await record.Documents.SingleAsync(d => d.Id == document.Id, Cancel);
            var was = await record.DocumentVersions.SingleAsync(v => v.DocumentId == document.Id, Cancel);
            using var content = new MemoryStream("New lessons"u8.ToArray());
            using var came = await Host.Services.GetRequiredService<BlobStore>().ReceiveAsync(content, long.MaxValue, Cancel);
            came.Keep();
            var version = stored.Replace(was, new ReceivedFile("timetable.txt", FileKind.Text, came.Bytes, came.Sha256, IsLocked: false), null, null, World.Senco.Id, Clock.Now).OrThrow();
            record.Add(version);
            Assert.Null(await record.SaveAsync(new DocumentReplaced(World.Leo.Id, document.Id), Cancel));
        }

        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        var file = await mother.DownloadAsync($"{Page}/{document.Id}/file?version=1");

        Assert.Contains("New lessons", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
