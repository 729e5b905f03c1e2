using System.IO.Compression;
using System.Xml;
using Kept.Store.Export;

namespace Kept.Web.Exports;

/// <summary>The log as a workbook. What one sheet cannot hold goes on in the next.</summary>
internal static class XlsxLog
{
    private static readonly IReadOnlyList<(string Title, int Width)> Columns = [.. LogColumn.All.Select(column => (column.Title, column.Width))];

    public static async Task WriteAsync(IAsyncEnumerable<LogLine> lines, Stream to, CancellationToken cancel)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        List<string> sheets = [];
        await using var line = lines.GetAsyncEnumerator(cancel);
        var more = await line.MoveNextAsync();
        do
        {
            sheets.Add(sheets.Count == 0 ? "Log" : $"Log {sheets.Count + 1}");
            await using var part = XlsxSheet.PartOf(zip, sheets.Count);
            using var xml = XmlWriter.Create(part);
            XlsxSheet.Begin(xml, Columns);
            for (var row = 1; more && row < XlsxSheet.MostRows; row++)
            {
                XlsxSheet.WriteRow(xml, LogColumn.All.Select(column => column.Of(line.Current)));
                more = await line.MoveNextAsync();
            }

            xml.WriteEndDocument();
        }
        while (more);
        XlsxParts.WriteRest(zip, sheets);
    }
}
