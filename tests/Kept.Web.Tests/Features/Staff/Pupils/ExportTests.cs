using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Web.Tests.Exports;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Pupils;

public sealed class ExportTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_pupils_whole_log_is_one_row_an_action_with_its_entry()
    {
        var entry = await World.AddEntryAsync(World.Noah, "Morning anxiety and late arrival", reviewOn: World.Today.PlusDays(7), with: null);
        await World.AddActionAsync(World.Noah, "Share a shorter start-of-day plan", World.FormTutor, entry: entry);
        await World.AddActionAsync(World.Noah, "Send the private report to the office", World.Senco, due: World.Today.PlusDays(9), entry: entry);
        await World.AddEntryAsync(World.Noah, "Said thank you");
        await World.AddActionAsync(World.Noah, "From the old spreadsheet");
        await CorrectAsync(entry);

        var rows = await JsonAsync(World.Senco, $"/pupils/{World.Noah.Id}/export?format=json");

        Assert.Equal(4, rows.Count);
        Assert.Equal(2, rows.Count(r => r.GetProperty("issue").GetString() == "Morning worry and late arrival"));
        var first = rows.Single(r => r.GetProperty("action").GetString() == "Share a shorter start-of-day plan");
        Assert.Equal("Noah Reid", first.GetProperty("pupil").GetString());
        Assert.Equal(World.Noah.Upn, first.GetProperty("upn").GetString());
        Assert.Equal("Year 9", first.GetProperty("year").GetString());
        Assert.Equal("2026-05-05", first.GetProperty("happenedOn").GetString());
        Assert.Equal("Yes", first.GetProperty("sameDay").GetString());
        Assert.Equal("Miss Grace Okafor", first.GetProperty("owner").GetString());
        Assert.Equal("2026-05-12", first.GetProperty("reviewOn").GetString());
        Assert.Contains("Morning anxiety", first.GetProperty("corrections")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains(rows, r => r.GetProperty("action").GetString() == "From the old spreadsheet" && r.GetProperty("issue").ValueKind is JsonValueKind.Null);
    }

    [Fact]
    public async Task A_file_has_what_its_reader_may_see_and_nothing_else()
    {
        await World.AddEntryAsync(World.Leo, "A disclosure", Visibility.Safeguarding);
        var open = await World.AddEntryAsync(World.Leo, "An ordinary call");
        await World.AddActionAsync(World.Leo, "Ring the duty team", World.Dsl, visibility: Visibility.Safeguarding, entry: open);

        Assert.Contains("disclosure", await TextAsync(World.Dsl), StringComparison.Ordinal);
        var senco = await TextAsync(World.Senco);
        Assert.Contains("ordinary call", senco, StringComparison.Ordinal);
        Assert.DoesNotContain("disclosure", senco, StringComparison.Ordinal);
        Assert.DoesNotContain("duty team", senco, StringComparison.Ordinal);

        Task<string> TextAsync(TestPerson person) => ReadAsync(person, $"/pupils/{World.Leo.Id}/export?format=csv");
    }

    [Fact]
    public async Task Only_those_who_may_export_get_a_file()
    {
        var url = $"/pupils/{World.Leo.Id}/export?format=csv";

        Assert.Equal(HttpStatusCode.OK, (await As(World.Senco).DownloadAsync(url)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await As(World.Teacher).DownloadAsync(url)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await As(World.Governor).DownloadAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).DownloadAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).DownloadAsync($"/pupils/{World.Leo.Id}/export?format=exe")).StatusCode);
    }

    [Fact]
    public async Task A_file_says_what_and_when_and_never_whose()
    {
        var answer = await As(World.Senco).DownloadAsync($"/pupils/{World.Leo.Id}/export?format=xlsx");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("kept-log-2026-05-05.xlsx", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Empty(Workbook.Faults(await answer.Content.ReadAsByteArrayAsync(Cancel)));
    }

    [Fact]
    public async Task Days_in_a_workbook_are_days()
    {
        await World.AddEntryAsync(World.Ruby, "Asks about reading");
        var file = await (await As(World.RiversideSenco).DownloadAsync($"/pupils/{World.Ruby.Id}/export?format=xlsx")).Content.ReadAsByteArrayAsync(Cancel);

        var happened = Workbook.Rows(file)[1][4];

        Assert.Null(happened.DataType);
        Assert.Equal(new LocalDate(2026, 5, 5), new LocalDate(1899, 12, 30).PlusDays(int.Parse(happened.InnerText, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+44 20 7946 0000 rang")]
    [InlineData("-1 is what he said")]
    [InlineData("@sum(A1)")]
    public async Task No_cell_of_a_csv_begins_a_formula(string issue)
    {
        await World.AddEntryAsync(World.Zainab, issue);

        var csv = await ReadAsync(World.Senco, $"/pupils/{World.Zainab.Id}/export?format=csv");

        Assert.Contains($"'{issue}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($",{issue}", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_has_the_mark_that_Excel_needs()
    {
        var bytes = await (await As(World.Senco).DownloadAsync($"/pupils/{World.Leo.Id}/export?format=csv")).Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("Pupil,UPN,Year,Class,Happened on,", Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_written_down_as_a_read()
    {
        await World.AddEntryAsync(World.Leo, "Something to take out");
        await ReadAsync(World.Head, $"/pupils/{World.Leo.Id}/export?format=csv");

        await using var db = Host.OpenDb();
        for (var i = 0; i < 100 && !await db.RecordReads.AnyAsync(r => r.What == "export" && r.PersonId == World.Head.Id, Cancel); i++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.Equal(World.Leo.Id, (await db.RecordReads.SingleAsync(r => r.PersonId == World.Head.Id, Cancel)).PupilId);
    }

    private async Task CorrectAsync(LogEntry entry)
    {
        await using var db = Host.OpenDb();
        var stored = await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel);
        var was = stored.Correct(stored.Content with { Issue = "Morning worry and late arrival" }, "His mother’s own word", World.Senco.Id, Clock.Now).OrThrow();
        var record = await Host.RecordOfAsync(db, World.Senco);
        record.Add(was);
        Assert.Null(await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, "His mother’s own word"), Cancel));
    }

    private async Task<string> ReadAsync(TestPerson person, string url) => await (await As(person).DownloadAsync(url)).Content.ReadAsStringAsync(Cancel);

    private async Task<IReadOnlyList<JsonElement>> JsonAsync(TestPerson person, string url) =>
        [.. JsonDocument.Parse(await ReadAsync(person, url)).RootElement.EnumerateArray()];
}
