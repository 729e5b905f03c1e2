using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Spreadsheet;
using Json.Schema;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Log;
using Kept.Domain.Packs;
using Kept.Web.Tests.House;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Workbook = Kept.Web.Tests.Exports.Workbook;

namespace Kept.Web.Tests.Packs;

/// <summary>Every format is well made, and the PDF is read by the tools that people’s readers are made of.</summary>
public sealed class FormatTests(KeptHost host) : PageTest(host)
{
    private const string Urdu = "زینب کو صبح کے وقت پریشانی ہوتی ہے";
    private const string Arabic = "الطفل قلق في الصباح";
    private const string Punjabi = "ਲੀਓ ਸਵੇਰੇ ਬਹੁਤ ਚਿੰਤਤ ਹੈ";
    private const string Bengali = "লিও সকালে খুব চিন্তিত থাকে";

    private static string SchemaText { get; } = Source.Files.Single(f => f.Path == "src/Kept.Web/wwwroot/schemas/pack-1.json").Text;

    /// <summary>Read once: the library keeps what it has read by its address.</summary>
    private static Lazy<JsonSchema> Schema { get; } = new(() => JsonSchema.FromText(SchemaText));

    [Theory]
    [InlineData(PackAudience.Family)]
    [InlineData(PackAudience.Governor)]
    [InlineData(PackAudience.Tribunal)]
    public async Task JSON_is_as_its_published_schema_says(PackAudience audience)
    {
        await FillAsync();
        var published = await SignedOut().DownloadAsync("/schemas/pack-1.json");
        Assert.Equal(SchemaText, await published.Content.ReadAsStringAsync(Cancel));
        var schema = Schema.Value;

        var pack = JsonDocument.Parse(await Packing.ReadAsync(Host, World.Senco, World.Leo, Packing.For(audience) with { CarerId = World.LeosMother.Id, From = World.Today.PlusDays(-300) }));

        var found = schema.Evaluate(pack.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(found.IsValid, string.Join('\n', (found.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")));
        var other = JsonNode.Parse(pack.RootElement.GetRawText())!;
        other["cover"]!["audience"] = "everybody";
        Assert.False(schema.Evaluate(JsonSerializer.SerializeToElement(other)).IsValid);
    }

    [Fact]
    public async Task A_workbook_is_well_made_and_no_cell_is_a_formula()
    {
        await World.AddEntryAsync(World.Noah, "=cmd|' /C calc'!A0", said: "+44 20 7946 0000 rang", note: "@sum(A1)");

        var file = await Packing.MakeAsync(Host, World.Senco, World.Noah, Packing.For(PackAudience.NextSchool, PackFormat.Xlsx));

        Assert.Empty(Workbook.Faults(file));
        await using var zip = new ZipArchive(new MemoryStream(file));
        List<string> sheets = [];
        foreach (var sheet in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            sheets.Add(await TextOfAsync(sheet));
        }

        Assert.All(sheets, sheet => Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal));
        Assert.Contains(sheets, sheet => sheet.Contains("=cmd", StringComparison.Ordinal));
        Assert.Equal(CellValues.InlineString, Workbook.Rows(file)[1][0].DataType!.Value);
    }

    [Fact]
    public async Task The_page_to_print_says_language_and_direction_of_peoples_words()
    {
        await FillAsync();

        var page = await TestPage.OfAsync("/pack", await Packing.ReadAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Tribunal, PackFormat.Html)));

        Assert.Equal("Record of Leo Bennett", page.Title);
        Assert.Equal("en-GB", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Record of Leo Bennett"], page.Texts("h1"));
        Assert.Equal(["Current plan", "Open actions", "Chronology", "Log", "Documents", "People"], page.Texts("main h2"));
        Assert.All(page.Document.QuerySelectorAll("nav a"), link => Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!)));
        Assert.All(page.Document.QuerySelectorAll("ol, ul"), list => Assert.NotEmpty(list.Children));
        Assert.Equal(Urdu, page.Texts("#log ~ article p[lang=ur][dir=rtl]")[0]);
        Assert.Equal(Bengali, page.Texts("#log ~ article p[lang=bn][dir=ltr]")[0]);
        Assert.Contains("Leo is <worried> in the mornings", page.Texts("#log ~ article .was s"));
        Assert.Empty(page.Document.QuerySelectorAll("script, link, img"));
    }

    [Fact]
    public async Task A_PDF_is_tagged_has_bookmarks_and_shapes_every_script()
    {
        await FillAsync();
        var path = Path.Combine(Host.Place.Directory, "pack.pdf");
        await File.WriteAllBytesAsync(path, await Packing.MakeAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Tribunal, PackFormat.Pdf)), Cancel);

        var info = await RunAsync("pdfinfo", path);
        var fonts = await RunAsync("pdffonts", path);
        var words = await RunAsync("pdftotext", path, "-");

        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Title: +Record of Leo Bennett", info);
        Assert.All((string[])["Nastaliq", "Arabic", "Gurmukhi", "Bengali"], script => Assert.Contains(script, fonts, StringComparison.Ordinal));
        Assert.Contains("Page 1 of", words, StringComparison.Ordinal);
        Assert.Contains("What concerns other people", words, StringComparison.Ordinal);
        Assert.Contains("/Outlines", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_pack_is_told_to_its_end()
    {
        for (var i = 0; i < 90; i++)
        {
            await World.AddEntryAsync(World.Zainab, $"call {i}", on: World.Today.PlusDays(-i));
        }

        var page = await TestPage.OfAsync("/pack", await Packing.ReadAsync(Host, World.Senco, World.Zainab, Packing.For(PackAudience.NextSchool, PackFormat.Html)));

        Assert.Equal(90, page.Document.QuerySelectorAll("#log ~ article").Length);
        Assert.Equal(90, page.Document.QuerySelectorAll("#chronology ~ .lines > li").Length);
        Assert.NotNull(page.Document.QuerySelector("#people"));
    }

    [Fact]
    public async Task Large_print_is_larger_and_a_ZIP_has_every_format()
    {
        await FillAsync();

        var large = Encoding.UTF8.GetString(await Packing.MakeAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Tribunal, PackFormat.Html) with { LargePrint = true }));
        await using var zip = new ZipArchive(new MemoryStream(await Packing.MakeAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Tribunal, PackFormat.Zip))));

        Assert.Contains("html { font-size: 18pt;", large, StringComparison.Ordinal);
        Assert.Equal(["pack.html", "pack.json", "pack.pdf", "pack.xlsx"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(Host.Place.Directory), file => file.EndsWith(".pdf.html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ZIP_holds_the_documents_that_its_reader_may_see_with_the_fingerprints_that_it_lists()
    {
        await World.AddDocumentAsync(World.Leo, "Letter home from Laura", "Well done", Visibility.Family, kind: FileKind.Html);
        await World.AddDocumentAsync(World.Leo, "EP report", "For the team", Visibility.SendTeam, kind: FileKind.Pdf);
        await World.AddDocumentAsync(World.Leo, "Group report", "Of two", Visibility.Family, also: World.Noah);
        await World.AddDocumentAsync(World.Leo, "Disclosure", "At home", Visibility.Safeguarding);

        Assert.Equal(
            [(PackAudience.Family, 1), (PackAudience.NextSchool, 2), (PackAudience.Governor, 0), (PackAudience.Tribunal, 3), (PackAudience.SubjectAccess, 3)],
            await Enum.GetValues<PackAudience>().ToAsyncEnumerable().Select(async (PackAudience audience, CancellationToken _) => (audience, (await PapersAsync(audience)).Count)).ToListAsync(Cancel));
        Assert.Equal("Letter home from Laura Well done", Encoding.UTF8.GetString((await PapersAsync(PackAudience.Tribunal)).Single(p => p.Key.Contains("Letter home from Laura.html.txt", StringComparison.Ordinal)).Value));
        Assert.EndsWith("Letter home from [somebody in your family].html.txt", (await PapersAsync(PackAudience.Family)).Single().Key, StringComparison.Ordinal);
    }

    /// <summary>The documents in a ZIP by their paths, each of which its list names with the fingerprint that it has.</summary>
    private async Task<IReadOnlyDictionary<string, byte[]>> PapersAsync(PackAudience audience)
    {
        await using var zip = new ZipArchive(new MemoryStream(await Packing.MakeAsync(Host, World.Senco, World.Leo, Packing.For(audience, PackFormat.Zip) with { CarerId = World.LeosFather.Id })));
        using var list = JsonDocument.Parse(await BytesAsync(zip.GetEntry("pack.json")!));
        var items = list.RootElement.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("key").GetString() == "documents").GetProperty("items").EnumerateArray().ToList();
        Dictionary<string, byte[]> papers = [];
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("documents/", StringComparison.Ordinal)))
        {
            var bytes = await BytesAsync(entry);
            var facts = items.Select(i => i.GetProperty("facts").ToString()).Single(f => f.Contains(entry.FullName, StringComparison.Ordinal));
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), facts, StringComparison.Ordinal);
            papers.Add(entry.FullName, bytes);
        }

        return papers;
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        await using var content = await entry.OpenAsync(Cancel);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    private async Task FillAsync()
    {
        foreach (var words in (string[])[Urdu, Arabic, Punjabi, Bengali])
        {
            await World.AddEntryAsync(World.Leo, words, on: World.Today.PlusDays(-40), with: World.LeosMother, said: "We listened", note: "First line\nSecond line");
        }

        var entry = await World.AddEntryAsync(World.Leo, "Leo is <worried> in the mornings", on: World.Today.PlusDays(-400), reviewOn: World.Today);
        var action = await World.AddActionAsync(World.Leo, "Meet him at the door", World.Teacher, entry: entry);
        await World.ChangeAsync(action, a => a.MoveTo(World.Today.PlusDays(10), "He was away", World.Today, Clock.Now));
        await using var db = Host.OpenDb();
        var stored = await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel);
        var record = await Host.RecordOfAsync(db, World.Senco);
        record.Add(stored.Correct(stored.Content with { Issue = "Leo is worried at the door" }, "His mother’s word", World.Senco.Id, Clock.Now).OrThrow());
        Assert.Null(await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, "His mother’s word"), Cancel));
    }

    private static async Task<string> TextOfAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return said;
    }
}
