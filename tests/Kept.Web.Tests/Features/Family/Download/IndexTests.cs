using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Json.Schema;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Web.Packs.Own;
using Kept.Web.Tests.House;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Features.Family.Download;

/// <summary>/family/{school}/{pupilId}/download: all that this carer reads, and not a word more.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private static Lazy<JsonSchema> Schema { get; } =
        new(() => JsonSchema.FromText(Source.Files.Single(f => f.Path == "src/Kept.Web/wwwroot/schemas/family-copy-1.json").Text));

    [Fact]
    public async Task Her_copy_holds_what_she_reads_and_nothing_of_the_other_parents_or_the_staffs()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        await World.AddEntryAsync(World.Leo, "Mornings are calmer", said: "His father is on 07700 900123 and craig.bennett@home.example");
        await World.AddEntryAsync(World.Leo, "Written for staff alone", Visibility.Staff);
        await World.AddEntryAsync(World.Leo, "Written for the team alone", Visibility.SendTeam);
        await World.AddEntryAsync(World.Leo, "Child protection words", Visibility.Safeguarding, by: World.Dsl);
        await World.AddActionAsync(World.Leo, "Send the reading book home", World.Teacher);
        await World.AddDocumentAsync(World.Leo, "Shared letter", visibility: Visibility.Family);
        await World.AddDocumentAsync(World.Leo, "Unshared letter");
        await World.AddDocumentAsync(World.Leo, "Letter about two", visibility: Visibility.Family, also: World.Zainab);
        await World.AddThreadAsync(World.Leo, World.LeosMother, "About her shifts", "She works nights now");
        await World.AddThreadAsync(World.Leo, World.LeosFather, "About his weekend", "He moved to Ashby");
        await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "The dog died in March");
        await World.AddPlanViewAsync(World.LeosFather, plan, "matters", "He has a cat at my flat");
        var (mother, father) = (await Host.AsCarerAsync(World.LeosMother, World.Leo), await Host.AsCarerAsync(World.LeosFather, World.Leo));
        await RaiseAsync(mother, "She is worried about maths");
        await RaiseAsync(father, "He is worried about football");
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoContact);
        string copy;
        try
        {
            copy = await TakeAsync(mother, World.Leo, "Json");
        }
        finally
        {
            await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        }

        foreach (var hers in (string[])["Mornings are calmer", "Send the reading book home", "Met at the side gate", "Shared letter", "She works nights now", "The dog died in March",
            "She is worried about maths", "Ms Laura Bennett"])
        {
            Assert.Contains(hers, copy, StringComparison.Ordinal);
        }

        foreach (var not in (string[])["staff alone", "team alone", "Child protection words", "Unshared letter", "Letter about two", "weekend", "Ashby", "cat at my flat", "football", "Craig",
            "900123", "home.example", "No contact", "LE26C00001", "Read by", "safeguarding", World.Leo.Upn])
        {
            Assert.DoesNotContain(not, copy, StringComparison.OrdinalIgnoreCase);
        }

        var found = Schema.Value.Evaluate(JsonDocument.Parse(copy).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(found.IsValid, string.Join('\n', (found.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")));
        await using var db = Host.OpenDb();
        var kinds = await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Actor == World.LeosMother.Id.Value).Select(l => l.Kind).ToListAsync(Cancel);
        Assert.Contains("pack-asked-for-family", kinds);
        Assert.Contains("pack-taken-for-family", kinds);
    }

    [Fact]
    public async Task A_PDF_in_Urdu_is_made_of_a_page_that_reads_from_right_to_left()
    {
        await World.AddActionAsync(World.Zainab, "Bring the headphones", World.Senco);
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var bytes = await BytesAsync(mother, World.Zainab, "Pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(bytes[..4]));

        var file = Path.Combine(Host.Place.Directory, $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        using var run = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-bbox", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await run.StandardOutput.ReadToEndAsync(Cancel);
        Assert.Contains(">headphones</word>", text, StringComparison.Ordinal);

        // The title begins with the child’s name, and so at the right of the page, whatever letters it is in. The first letter is read apart.
        var left = text.Split('\n').First(line => line.Contains(">ainab<", StringComparison.Ordinal)).Split('"')[1];
        Assert.InRange(double.Parse(left, System.Globalization.CultureInfo.InvariantCulture), 420, 560);
        await using var db = Host.OpenDb();
        var pack = await db.Packs.AsNoTracking().SingleAsync(p => p.ById == World.ZainabsMother.Id, Cancel);
        var page = Path.Combine(Host.Place.Directory, $"{Guid.NewGuid():N}.html");
        db.Entry(pack).Property(p => p.Format).CurrentValue = Domain.Packs.PackFormat.Html;
        Assert.Null(await Host.Services.GetRequiredService<OwnCopyWriter>().WriteAsync(pack, page, new Progress<Kept.Web.Packs.PackStep>(), Cancel));
        var html = await File.ReadAllTextAsync(page, Cancel);
        Assert.Matches("<html lang=\"ur[^\"]*\" dir=\"rtl\">", html);
        Assert.Contains("اسے سنبھال کر رکھیں", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_the_form_that_she_reads_and_for_a_program_as_it_was_written()
    {
        await World.ReadInAsync(World.ZainabsMother, World.Zainab, new FormatWishes(LargePrint: true, HighContrast: true, EasyRead: true));
        await World.AddEntryAsync(World.Zainab, "Zainab rests at noon. Mrs. Khan sits with her.");

        var page = await WrittenAsync(Domain.Packs.PackFormat.Html);
        var program = await WrittenAsync(Domain.Packs.PackFormat.Json);

        Assert.Contains("Zainab rests at noon.&#xA;Mrs. Khan sits with her.", page, StringComparison.Ordinal);
        Assert.Contains("white-space: pre-line", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"symbol\"", page, StringComparison.Ordinal);
        foreach (var style in (string[])[Kept.Web.Packs.PackPrint.EasyRead, Kept.Web.Packs.PackPrint.HighContrast, Kept.Web.Packs.PackPrint.LargePrint])
        {
            Assert.Contains(style, page, StringComparison.Ordinal);
        }

        Assert.Contains("Zainab rests at noon. Mrs. Khan sits with her.", program, StringComparison.Ordinal);
    }

    /// <summary>What the maker of packs writes for her.</summary>
    private async Task<string> WrittenAsync(Domain.Packs.PackFormat format)
    {
        var mother = World.ZainabsMother;
        var pack = Domain.Packs.Pack.AskOwn(new FamilyViewer(mother.SchoolId, mother.Id, World.Zainab.Id), World.Zainab.Id, format, "en", largePrint: false, 0, 0, Host.Clock.GetCurrentInstant()).OrThrow();
        var file = Path.Combine(Host.Place.Directory, $"{Guid.NewGuid():N}");
        Assert.Null(await Host.Services.GetRequiredService<OwnCopyWriter>().WriteAsync(pack, file, new Progress<Kept.Web.Packs.PackStep>(), Cancel));
        return await File.ReadAllTextAsync(file, Cancel);
    }

    [Fact]
    public async Task A_copy_is_its_carers_alone_and_ends_when_a_court_says_so()
    {
        var (mother, father) = (await Host.AsCarerAsync(World.LeosMother, World.Leo), await Host.AsCarerAsync(World.LeosFather, World.Leo));
        var link = await ReadyAsync(father, World.Leo, "Json");

        Assert.Equal(HttpStatusCode.NotFound, (await mother.DownloadAsync(link)).StatusCode);
        var id = link.Split('=')[^1];
        Assert.DoesNotContain(id, (await mother.GetAsync(Page(World.Leo))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).DownloadAsync($"/pupils/{World.Leo.Id}/packs/file?pack={id}")).StatusCode);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoInformation);
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await father.DownloadAsync(link)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await father.PostAsync(Page(World.Leo), ("Format", "Json"))).Status);
        }
        finally
        {
            await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        }

        Assert.Equal(HttpStatusCode.OK, (await father.DownloadAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_carer_asks_for_so_many_a_day_and_no_more()
    {
        var aunt = World.RubysMother;
        var carer = await Host.AsCarerAsync(aunt, World.Ruby);
        var page = $"/family/riverside/{World.Ruby.Id}/download";
        for (var asked = 0; asked < Domain.Packs.Pack.MostOwnADay; asked++)
        {
            await ReadyAsync(carer, page, "Json");
        }

        var refused = await carer.PostAsync(page, ("Format", "Json"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("You made a lot of files today. Please come back in one day.", refused.Errors.Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await carer.PostAsync(page, ("Format", "Xlsx"))).Status);
    }

    [Fact]
    public async Task Her_ZIP_holds_the_files_that_she_may_open_and_says_which_are_not_in_it()
    {
        await World.AddDocumentAsync(World.Leo, "Shared wombat", "the wombat itself", Visibility.Family);
        await World.AddDocumentAsync(World.Leo, "Unshared wombat", "not for the family");
        await World.AddDocumentAsync(World.Leo, "Wombat about two", "of two children", Visibility.Family, also: World.Zainab);
        var lost = await World.AddDocumentAsync(World.Leo, "Lost wombat", "nobody finds it", Visibility.Family);
        var (hers, his) = (await World.AddThreadAsync(World.Leo, World.LeosMother, "Her papers"), await World.AddThreadAsync(World.Leo, World.LeosFather, "His papers"));
        await World.AddFileAsync(hers, World.LeosMother, "\u202Eher wombat.txt", "what she sent");
        await World.AddFileAsync(his, World.LeosFather, "His wombat.txt", "what he sent");
        await using (var db = Host.OpenDb())
        {
            var sha = await db.DocumentVersions.Where(v => v.DocumentId == lost.Id).Select(v => v.Sha256).SingleAsync(Cancel);
            File.Delete(Host.Services.GetRequiredService<Store.Blobs.BlobStore>().PathOf(sha));
        }

        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        var say = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/meetings/{meeting.Id}");
        await mother.UploadAsync(say.FormWith("Send to the school"), [new TestFile("Form.VoiceChild", "not sent yet.amr", "#!AMR\n not sent yet"u8.ToArray())], ("act", "save"));
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync(mother, World.Leo, "Zip")));
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Contains("copy.pdf", names);
        Assert.DoesNotContain(names, n => n.Contains("Unshared", StringComparison.Ordinal) || n.Contains("two", StringComparison.Ordinal) || n.Contains("His", StringComparison.Ordinal)
            || n.Contains("Lost", StringComparison.Ordinal) || n.Contains('\u202E', StringComparison.Ordinal));
        using var json = JsonDocument.Parse(Read(zip, "copy.json"));
        Assert.True(Schema.Value.Evaluate(json.RootElement).IsValid);
        var files = json.RootElement.GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("items").EnumerateArray())
            .SelectMany(i => i.TryGetProperty("files", out var some) ? some.EnumerateArray().ToList() : []).ToList();
        foreach (var (name, words) in ((string, string)[])[("Shared wombat.txt", "the wombat itself"), ("her wombat.txt", "what she sent"), ("not sent yet.amr", "not sent yet")])
        {
            var path = files.Single(f => f.GetProperty("name").GetString()!.EndsWith(name, StringComparison.Ordinal)).GetProperty("path").GetString()!;
            Assert.Contains(words, Read(zip, path), StringComparison.Ordinal);
        }

        var gone = files.Single(f => f.GetProperty("name").GetString() == "Lost wombat.txt");
        Assert.Equal(((string?)null, "lost"), (gone.GetProperty("path").GetString(), gone.GetProperty("leftOut").GetString()));
        Assert.Equal(files.Count(f => f.GetProperty("path").GetString() is not null), names.Count(n => n.StartsWith("files/", StringComparison.Ordinal)));

        // They are big: two a day.
        await ReadyAsync(mother, World.Leo, "Zip");
        Assert.Equal("You made a lot of files today. Please come back in one day.", (await mother.PostAsync(Page(World.Leo), ("Format", "Zip"))).Errors.Single());

        // Whoever has the ZIP has what is in it, and staff read so beside each document.
        for (var tries = 0; tries < 100; tries++)
        {
            await using var db = Host.OpenDb();
            if (await db.DocumentOpenings.AnyAsync(o => o.PersonId == World.LeosMother.Id && o.How == Store.Documents.OpenedHow.Zip, Cancel))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("Nobody wrote down that she has them.");
    }

    [Fact]
    public void What_does_not_fit_is_named_and_smaller_files_still_find_room()
    {
        OwnFile File(string name, string sha) => new(name, Domain.Documents.FileKind.Text, 0, sha, null, 1);
        var item = new OwnItem(new OwnLine(null, "Papers"), new NodaTime.LocalDate(2026, 3, 12), []) { Files = [File("a.txt", "5"), File("b.txt", "9"), File("CON.txt", "4"), File("../a.txt", "1"), File("...", "0")] };
        var copy = new OwnCopy("Hillview", "Leo", "Laura", new NodaTime.LocalDate(2026, 5, 12), Kept.Web.Wordings.Wording.InEnglish, IsCut: false, [new OwnPart("documents", "Documents", [item])]);
        var placed = OwnCopyFiles.Placed(copy, sha => long.Parse(sha, System.Globalization.CultureInfo.InvariantCulture), most: 10).Parts[0].Items[0].Files;

        Assert.Equal(["files/001 2026-03-12 a.txt", null, "files/002 2026-03-12 CON.txt", "files/003 2026-03-12 a.txt", "files/004 2026-03-12 file.txt"], placed.Select(f => f.Path));
        Assert.Equal([null, OwnFileLeft.Full, null, null, null], placed.Select(f => f.Left));
    }

    private static string Read(ZipArchive zip, string path)
    {
        using var read = new StreamReader(zip.GetEntry(path)!.Open());
        return read.ReadToEnd();
    }

    private static string Page(TestPupil child) => $"/family/hillview/{child.Id}/download";

    private static async Task RaiseAsync(TestClient carer, string words)
    {
        var home = await carer.GetAsync("/family");
        var form = await carer.GetAsync($"{home.Url.Split('?')[0]}/wrong");
        await carer.SubmitAsync(form.Form(), ("Form.Kind", "SomethingElse"), ("Form.Words", words));
    }

    private static Task<string> ReadyAsync(TestClient carer, TestPupil child, string format) => ReadyAsync(carer, Page(child), format);

    /// <summary>Asks for one and waits until it is there; where it is.</summary>
    private static async Task<string> ReadyAsync(TestClient carer, string page, string format)
    {
        var before = (await carer.GetAsync(page)).Document.QuerySelector($"a[href*='handler=File']")?.GetAttribute("href");
        await carer.PostAsync(page, ("Format", format));
        for (var tries = 0; tries < 600; tries++)
        {
            var shown = await carer.GetAsync(page);
            if (shown.Document.QuerySelector("progress") is null && shown.Document.QuerySelector("a[href*='handler=File']")?.GetAttribute("href") is { } link && link != before)
            {
                return link;
            }

            await Task.Delay(100, Cancel);
        }

        throw new InvalidOperationException($"It was not made in a minute: {(await carer.GetAsync(page)).Text}");
    }

    private static async Task<byte[]> BytesAsync(TestClient carer, TestPupil child, string format)
    {
        var answer = await carer.DownloadAsync(await ReadyAsync(carer, child, format));
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private static async Task<string> TakeAsync(TestClient carer, TestPupil child, string format) => System.Text.Encoding.UTF8.GetString(await BytesAsync(carer, child, format));
}
