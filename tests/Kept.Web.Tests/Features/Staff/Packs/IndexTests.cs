using System.Net;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Packs;

/// <summary>A pack is asked for, made in the background, fetched by who asked for it, and all of that is in the history.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Who_asks_for_a_pack_can_fetch_it_and_nobody_else()
    {
        await World.AddEntryAsync(World.Noah, "Tearful on Mondays");
        var senco = As(World.Senco);
        var asked = await AskAsync(senco, World.Noah, ("Form.Audience", "NextSchool"), ("Form.Format", "Json"));
        Assert.Contains("Next school, JSON, for another system", asked.Text, StringComparison.Ordinal);

        var link = (await ReadyAsync(senco, World.Noah)).Document.QuerySelector("main a[href*='/packs/file']")!.GetAttribute("href")!;
        var file = await senco.DownloadAsync(link);

        Assert.Equal("kept-pack-next-school-2026-05-05.json", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition.DispositionType);
        Assert.Contains("Tearful on Mondays", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Head).DownloadAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Dsl).DownloadAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).DownloadAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync(link)).Status);
        Assert.DoesNotContain("Next school, JSON", (await As(World.Head).GetAsync($"/pupils/{World.Noah.Id}/packs")).Text, StringComparison.Ordinal);
        Assert.Equal(["pack-asked-for-next-school", "pack-taken-for-next-school"], await HistoryAsync(World.Noah));

        Clock.Pass(Pack.KeptFor);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).DownloadAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await As(World.Senco).GetAsync($"/pupils/{World.Noah.Id}/packs/file")).Status);
    }

    [Fact]
    public async Task A_pack_cannot_be_had_by_who_may_no_longer_see_what_is_in_it()
    {
        var dsl = As(World.Dsl);
        await AskAsync(dsl, World.Leo, ("Form.Audience", "Tribunal"), ("Form.Format", "Json"), ("Form.Safeguarding", "true"));
        var link = (await ReadyAsync(dsl, World.Leo)).Document.QuerySelector("main a[href*='/packs/file']")!.GetAttribute("href")!;
        var held = await dsl.DownloadAsync(link);
        Assert.Equal("kept-pack-tribunal-with-safeguarding-2026-05-05.json", held.Content.Headers.ContentDisposition!.FileName);
        await using (var db = Host.OpenDb())
        {
            await db.RolesHeld.Where(r => r.PersonId == World.Dsl.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Role, StaffRole.SeniorLeader), Cancel);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await dsl.DownloadAsync(link)).StatusCode);
        Assert.Empty((await dsl.GetAsync($"/pupils/{World.Leo.Id}/packs")).Texts(".packs li"));
    }

    [Fact]
    public async Task Who_fetches_a_ZIP_has_opened_each_document_in_it()
    {
        var document = await World.AddDocumentAsync(World.Noah, "EP report");
        var senco = As(World.Senco);
        await AskAsync(senco, World.Noah, ("Form.Audience", "Tribunal"), ("Form.Format", "Zip"));
        var file = await senco.DownloadAsync((await ReadyAsync(senco, World.Noah)).Document.QuerySelector("main a[href*='/packs/file']")!.GetAttribute("href")!);

        await using var zip = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync(Cancel));
        Assert.Contains(zip.Entries, entry => entry.FullName.EndsWith("EP report.txt", StringComparison.Ordinal));
        await using var db = Host.OpenDb();
        for (var tries = 0; tries < 100; tries++)
        {
            if (await db.DocumentOpenings.AnyAsync(o => o.DocumentId == document.Id && o.PersonId == World.Senco.Id && o.How == Store.Documents.OpenedHow.Zip, Cancel))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("Nobody wrote down that she has it.");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var senco = As(World.Senco);
        Assert.Equal(["Choose who the pack is for"], (await AskAsync(senco, World.Zainab)).Errors);
        Assert.Contains("each is told separately", (await AskAsync(senco, World.Zainab, ("Form.Audience", "Family"))).Errors.Single(), StringComparison.Ordinal);
        var restricted = await AskAsync(senco, World.Zainab, ("Form.Audience", "Family"), ("Form.CarerId", World.ZainabsFather.Id.ToString()), ("Form.From", "1 May"));
        Assert.Contains("A court order limits", restricted.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("1 May", restricted.Document.QuerySelector("#Form_From")!.GetAttribute("value"));
        Assert.Contains("is not a day we can read", (await AskAsync(senco, World.Zainab, ("Form.Audience", "Tribunal"), ("Form.To", "when pigs fly"))).Errors.Single(), StringComparison.Ordinal);
        Assert.Null((await senco.GetAsync($"/pupils/{World.Zainab.Id}/packs")).Document.QuerySelector("[name='Form.Safeguarding']"));
        var tried = await senco.PostAsync($"/pupils/{World.Zainab.Id}/packs", ("Form.Audience", "Tribunal"), ("Form.Format", "Json"), ("Form.Safeguarding", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, tried.Status);
        Assert.Empty(await HistoryAsync(World.Zainab));
    }

    [Fact]
    public async Task One_that_waits_shows_so_and_can_be_cancelled()
    {
        await using (var db = Host.OpenDb(World.Riverside.Id))
        {
            var waiting = Pack.Ask(World.RiversideSenco.AsViewer, World.Ruby.Id, new PackWish { Audience = PackAudience.Tribunal, Format = PackFormat.Json }, null, World.Today, Clock.Now).OrThrow();
            var record = await Host.RecordOfAsync(db, World.RiversideSenco);
            record.Add(waiting);
            Assert.Null(await record.SaveAsync(new PackAsked(waiting.PupilId, waiting.Id, waiting.Audience), Cancel));
        }

        var senco = As(World.RiversideSenco);
        var page = await senco.GetAsync($"/pupils/{World.Ruby.Id}/packs");
        Assert.NotNull(page.Document.QuerySelector("meta[http-equiv=refresh]"));
        var cancelled = await senco.SubmitAsync(page.FormWith("Cancel the pack for Tribunal"));

        Assert.Contains("Cancelled", cancelled.Text, StringComparison.Ordinal);
        Assert.Null(cancelled.Document.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Contains("pack-cancelled", await HistoryAsync(World.Ruby));
    }

    private static async Task<TestPage> AskAsync(TestClient client, TestPupil pupil, params (string Name, string? Value)[] fields)
    {
        var page = await client.GetAsync($"/pupils/{pupil.Id}/packs");
        return await client.SubmitAsync(page.FormWith("Make the pack"), fields);
    }

    private static async Task<TestPage> ReadyAsync(TestClient client, TestPupil pupil)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await client.GetAsync($"/pupils/{pupil.Id}/packs") is var page && page.Document.QuerySelector("main a[href*='/packs/file']") is not null)
            {
                return page;
            }

            await Task.Delay(100, Cancel);
        }

        throw new InvalidOperationException("The pack was not made within half a minute.");
    }

    private async Task<IReadOnlyList<string>> HistoryAsync(TestPupil pupil)
    {
        await using var db = Host.OpenDb(pupil.SchoolId);
        return await db.LedgerLinks.Where(l => l.Chain == pupil.Id.Value && l.Kind.StartsWith("pack-")).OrderBy(l => l.Number).Select(l => l.Kind).ToListAsync(Cancel);
    }
}
