using System.IO.Compression;
using DocumentFormat.OpenXml.Spreadsheet;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store.Export;
using Kept.Web.Exports;

namespace Kept.Web.Tests.Exports;

public sealed class XlsxLogTests
{
    [Fact]
    public async Task A_workbook_is_well_made_even_when_it_is_empty()
    {
        Assert.Empty(Workbook.Faults(await WriteAsync([])));
        Assert.Single(Workbook.Rows(await WriteAsync([])));
    }

    [Fact]
    public async Task Text_stays_text_whatever_it_begins_with()
    {
        var file = await WriteAsync([Line("=HYPERLINK(\"http://evil.example\")"), Line("Ada\u0001 \uD83D\uDE00 <b>&"), Line(new string('x', 40_000))]);

        Assert.Empty(Workbook.Faults(file));
        var names = Workbook.Rows(file).Skip(1).Select(row => row[0]).ToList();
        Assert.All(names, cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Equal("=HYPERLINK(\"http://evil.example\")", names[0].InnerText);
        Assert.Equal("Ada \uD83D\uDE00 <b>&", names[1].InnerText);
        Assert.Equal(32_767, names[2].InnerText.Length);
    }

    [Fact]
    public async Task The_head_stays_when_the_rest_scrolls()
    {
        using var zip = new ZipArchive(new MemoryStream(await WriteAsync([])));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());

        Assert.Contains("state=\"frozen\"", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static LogLine Line(string name) => new(new LinePupil(Id<Pupil>.New(), name, "A820432120288", "5", "5E"), null, null);

    private static async Task<byte[]> WriteAsync(LogLine[] lines)
    {
        using var file = new MemoryStream();
        await XlsxLog.WriteAsync(lines.ToAsyncEnumerable(), file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
