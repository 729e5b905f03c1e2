using System.IO.Compression;
using System.Xml;
using Kept.Web.Exports;

namespace Kept.Web.Packs;

/// <summary>A pack as a workbook: a sheet for each part, zipped as it is written.</summary>
internal static class PackBook
{
    private static readonly IReadOnlyList<(string Title, int Width)> Facts = [("What", 30), ("Value", 80)];

    public static async Task WriteAsync(PackContent content, Stream to, CancellationToken cancel)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        List<string> sheets = [];
        await WriteAsync("About this pack", Facts, content.Cover.Facts.Select(f => Row(f.Name, f.Value)).ToAsyncEnumerable());
        foreach (var part in content.Parts)
        {
            await WriteAsync(part.Title, Facts, RowsOf(part).ToAsyncEnumerable());
        }

        foreach (var table in PackTable.Of(content, cancel))
        {
            await WriteAsync(table.Title, table.Columns, table.Rows);
        }

        XlsxParts.WriteRest(zip, sheets);

        async Task WriteAsync(string title, IReadOnlyList<(string, int)> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows)
        {
            sheets.Add(title);
            await using var part = XlsxSheet.PartOf(zip, sheets.Count);
            await using var xml = XmlWriter.Create(part, new XmlWriterSettings { Async = true });
            XlsxSheet.Begin(xml, columns);
            await foreach (var row in rows.Take(XlsxSheet.MostRows - 1).WithCancellation(cancel))
            {
                XlsxSheet.WriteRow(xml, row);
            }

            await xml.WriteEndDocumentAsync();
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(FilledPart part) =>
        part.Items.Count == 0 ? [Row(part.Empty, null)] : part.Items.SelectMany(item => item.Facts.Select(f => Row(f.Name, f.Value)).Prepend(Row(item.Title, null)));

    private static IReadOnlyList<object?> Row(params object?[] cells) => cells;
}
