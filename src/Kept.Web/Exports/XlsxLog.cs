using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Kept.Store.Export;
using NodaTime;

namespace Kept.Web.Exports;

/// <summary>
/// A workbook, zipped as it is written: the package library would hold every part in memory until the end. Text is written as
/// inline strings, which no spreadsheet takes for formulas; days, times and moments are real ones.
/// </summary>
internal static class XlsxLog
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What one sheet can hold, with its head.</summary>
    private const int MostRows = 1_048_576;

    public static async Task WriteAsync(IAsyncEnumerable<LogLine> lines, Stream to, CancellationToken cancel)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var sheets = 0;
        await using var line = lines.GetAsyncEnumerator(cancel);
        var more = await line.MoveNextAsync();
        do
        {
            await using var part = zip.CreateEntry($"xl/worksheets/sheet{++sheets}.xml", CompressionLevel.Fastest).Open();
            using var xml = XmlWriter.Create(part);
            BeginSheet(xml);
            for (var row = 1; more && row < MostRows; row++)
            {
                WriteRow(xml, LogColumn.All.Select(column => column.Of(line.Current)));
                more = await line.MoveNextAsync();
            }

            xml.WriteEndDocument();
        }
        while (more);
        XlsxParts.WriteRest(zip, sheets);
    }

    private static void BeginSheet(XmlWriter xml)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteStartElement("cols", Main);
        foreach (var (index, column) in LogColumn.All.Index())
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Number(index + 1));
            xml.WriteAttributeString("max", Number(index + 1));
            xml.WriteAttributeString("width", Number(column.Width));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, LogColumn.All.Select(column => column.Title), XlsxParts.Head);
    }

    private static void WriteRow(XmlWriter xml, IEnumerable<object?> cells, int textStyle = XlsxParts.Text)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case null: WriteNothing(xml); break;
                case LocalDate day: WriteNumber(xml, XlsxParts.Days(day), XlsxParts.Day); break;
                case LocalTime time: WriteNumber(xml, XlsxParts.PartOfDay(time), XlsxParts.Time); break;
                case LocalDateTime moment: WriteNumber(xml, XlsxParts.Days(moment.Date) + XlsxParts.PartOfDay(moment.TimeOfDay), XlsxParts.Moment); break;
                case IEnumerable<string> sentences: WriteText(xml, string.Join('\n', sentences), textStyle); break;
                default: WriteText(xml, (string)cell, textStyle); break;
            }
        }

        xml.WriteEndElement();
    }

    /// <summary>Cells stand in order without addresses, so an empty one is written too.</summary>
    private static void WriteNothing(XmlWriter xml)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteEndElement();
    }

    private static void WriteNumber(XmlWriter xml, double number, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", Number(style));
        xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", Number(style));
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxParts.Fitting(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
