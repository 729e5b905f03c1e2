using System.IO.Compression;
using System.Text;
using System.Xml;
using NodaTime;

namespace Kept.Web.Exports;

/// <summary>What a workbook needs beside its sheets, and how it counts days.</summary>
internal static class XlsxParts
{
    public const int Text = 0;
    public const int Head = 1;
    public const int Day = 2;
    public const int Time = 3;
    public const int Moment = 4;

    private const int MostLetters = 32_767;
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="hh:mm"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="5">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        </cellXfs>
        </styleSheet>
        """;

    private static readonly LocalDate DayNought = new(1899, 12, 30);

    /// <summary>Days as a spreadsheet counts them.</summary>
    public static double Days(LocalDate day) => Period.DaysBetween(DayNought, day);

    public static double PartOfDay(LocalTime time) => (double)time.NanosecondOfDay / NodaConstants.NanosecondsPerDay;

    /// <summary>What a cell can hold: no control characters, and not without end.</summary>
    public static string Fitting(string text)
    {
        var cut = text.Length > MostLetters ? string.Concat(text.AsSpan(0, MostLetters - 1), "…") : text;
        return cut.All(XmlConvert.IsXmlChar) ? cut : OfWholeLetters(cut);
    }

    /// <param name="zip">The workbook.</param>
    /// <param name="sheets">The names of its sheets, in order.</param>
    public static void WriteRest(ZipArchive zip, IReadOnlyList<string> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        Write(zip, "xl/styles.xml", Styles);
        Write(zip, "xl/workbook.xml",
            $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Links}"><sheets>"""
            + string.Concat(numbers.Select(n => $"""<sheet name="{sheets[n - 1]}" sheetId="{n}" r:id="sheet{n}"/>"""))
            + "</sheets></workbook>");
        Write(zip, "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Links}/styles" Target="styles.xml"/>"""
            + string.Concat(numbers.Select(n => $"""<Relationship Id="sheet{n}" Type="{Links}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))
            + "</Relationships>");
        Write(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="book" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Write(zip, "[Content_Types].xml",
            $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            + $"""<Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>"""
            + string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Types}.worksheet+xml"/>"""))
            + "</Types>");
    }

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    /// <summary>Pairs of surrogates are letters beyond the first 65,536, and stay; halves of pairs and control characters go.</summary>
    private static string OfWholeLetters(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
