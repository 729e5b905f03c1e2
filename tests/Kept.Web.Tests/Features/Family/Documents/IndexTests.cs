using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Documents;

/// <summary>
/// /family/{school}/{pupilId}/documents and /family/{school}/{pupilId}/documents/{documentId}/file: what is shared, and nothing that is not.
/// </summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private string Page => $"/family/hillview/{World.Leo.Id}/documents";

    [Fact]
    public async Task A_shared_file_is_listed_and_saved_and_cannot_act_as_a_page_of_ours()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Letter about the side gate", "Come by the side gate", Visibility.Family, kind: FileKind.Html);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var home = await mother.GetAsync($"/family/hillview/{World.Leo.Id}");

        var page = await mother.GetAsync(home.LinkTo("Documents"));
        var file = await mother.DownloadAsync(page.LinkTo("Letter about the side gate"));

        Assert.Equal($"{Page}/{document.Id}/file", page.LinkTo("Letter about the side gate"));
        Assert.Equal((HttpStatusCode.OK, "attachment", "application/octet-stream"), (file.StatusCode, file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Letter about the side gate.html.txt", file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("This is a web page. It opens as plain text, to keep you safe.", page.Text, StringComparison.Ordinal);
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("Come by the side gate", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_shared_is_withdrawn_or_tells_of_another_child_is_not_there()
    {
        var shared = await World.AddDocumentAsync(World.Leo, "Shared and stays", visibility: Visibility.Family);
        Document[] kept =
        [
            await World.AddDocumentAsync(World.Leo, "Notes for staff", visibility: Visibility.Staff),
            await World.AddDocumentAsync(World.Leo, "Notes of the team", visibility: Visibility.SendTeam),
            await World.AddDocumentAsync(World.Leo, "Child protection", visibility: Visibility.Safeguarding, by: World.Dsl),
            await World.AddDocumentAsync(World.Leo, "Two children fell out", visibility: Visibility.Family, also: World.Zainab),
            await World.AddDocumentAsync(World.Zainab, "Of Zainab alone", visibility: Visibility.Family),
            await WithdrawnAsync()
        ];
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        var page = await mother.GetAsync(Page);

        Assert.Contains("Shared and stays", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mother.DownloadAsync($"{Page}/{shared.Id}/file")).StatusCode);
        foreach (var document in kept)
        {
            Assert.DoesNotContain(document.Title, page.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await mother.DownloadAsync($"{Page}/{document.Id}/file")).StatusCode);
        }
    }

    [Fact]
    public async Task Whom_a_court_has_stopped_since_gets_neither_list_nor_file()
    {
        var document = await World.AddDocumentAsync(World.Leo, "For both parents", visibility: Visibility.Family);
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoInformation);
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync(Page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await father.DownloadAsync($"{Page}/{document.Id}/file")).StatusCode);
        }
        finally
        {
            await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        }
    }

    [Fact]
    public async Task Where_nothing_is_shared_it_says_so()
    {
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        Assert.Contains("The school has not shared any files yet", (await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/documents?language=en")).Text, StringComparison.Ordinal);
    }

    private async Task<Document> WithdrawnAsync()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Sent by mistake", visibility: Visibility.Family);
        await using var db = Host.OpenDb();
        var record = new VisibleRecord(db, World.Senco.AsViewer, Clock);
        var stored = await record.Documents.SingleAsync(d => d.Id == document.Id, Cancel);
        Assert.Null(await record.SaveAsync(stored.Withdraw("It was of somebody else", World.Senco.Id, Clock.Now).OrThrow(), Cancel));
        return document;
    }
}
