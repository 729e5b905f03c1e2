using System.Globalization;
using System.IO.Compression;
using System.Xml;
using NodaTime;

namespace Kept.Web.Exports;

/// <summary>
/// A sheet of a workbook, zipped as it is written: the package library would hold every part in memory until the end. Text is written as
/// inline strings, which no spreadsheet takes for formulas; days, times and moments are real ones.
/// </summary>
internal static class XlsxSheet
{
    /// <summary>What one sheet can hold, with its head.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The first is number 1.</summary>
    public static Stream PartOf(ZipArchive zip, int number) =>
        zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml"), CompressionLevel.Fastest).Open();

    /// <summary>The head, which stays where it is when the rest scrolls.</summary>
    public static void Begin(XmlWriter xml, IReadOnlyList<(string Title, int Width)> columns)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteStartElement("cols", Main);
        foreach (var (index, column) in columns.Index())
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
        WriteRow(xml, columns.Select(column => column.Title), XlsxParts.Head);
    }

    public static void WriteRow(XmlWriter xml, IEnumerable<object?> cells, int textStyle = XlsxParts.Text)
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
