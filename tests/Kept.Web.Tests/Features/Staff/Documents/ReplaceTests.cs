using System.Net;
using Kept.Domain.Access;
using Kept.Store.Documents;
using Kept.Web.Tests.Documents;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class ReplaceTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_new_version_is_current_and_the_old_one_is_kept_and_marked()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Draft of a plan", "the bilby draft");
        var senco = As(World.Senco);

        var page = await UploadAsync(senco, document.Id.ToString(), "Final.txt", Sample.Text("the final bandicoot"), ("Form.Note", "Signed"));

        Assert.Contains("Version 2 Current", page.Text, StringComparison.Ordinal);
        Assert.Contains("Signed", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1 Superseded", page.Text, StringComparison.Ordinal);
        Assert.Contains("bilby", await (await senco.DownloadAsync($"/documents/{document.Id}/file?version=1")).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("bandicoot", await (await senco.DownloadAsync($"/documents/{document.Id}/file")).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await ReadAsync();
        Assert.Contains("Draft of a plan", (await senco.GetAsync("/documents?q=bandicoot")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing fits", (await senco.GetAsync("/documents?q=bilby")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_beside_the_field()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Not to be replaced", "by this");
        var senco = As(World.Senco);

        foreach (var (content, words) in ((byte[], string)[])[(Sample.Program, "this is a program"), ([], "Choose the new file"), (Sample.Text("Not to be replaced by this"), "the same file")])
        {
            var page = await UploadAsync(senco, document.Id.ToString(), "Plan.pdf", content);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(page.Errors, e => e.Contains(words, StringComparison.Ordinal) || e.Contains("empty", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_old_version_stays_as_hidden_as_it_was()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Opened up", "secret then", Visibility.SendTeam);
        var senco = As(World.Senco);
        await UploadAsync(senco, document.Id.ToString(), "Without names.txt", Sample.Text("nothing secret now"));
        await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Form.Visibility", "Staff"));

        var page = await As(World.Teacher).GetAsync($"/documents/{document.Id}");

        Assert.Contains("Version 2 Current", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Version 1", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).DownloadAsync($"/documents/{document.Id}/file?version=1")).StatusCode);
    }

    private static async Task<TestPage> UploadAsync(TestClient client, string document, string name, byte[] content, params (string, string?)[] fields) =>
        await client.UploadAsync((await client.GetAsync($"/documents/{document}/replace")).Form(), new TestFile("Form.File", name, content), fields);

    private async Task ReadAsync()
    {
        for (var tenth = 0; tenth < 600; tenth++)
        {
            await using var db = Host.OpenDb();
            if (!await db.DocumentTexts.AnyAsync(t => t.State == TextState.Waiting, Cancel))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }
    }
}
