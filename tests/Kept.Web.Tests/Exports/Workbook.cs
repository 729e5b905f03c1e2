using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Kept.Web.Tests.Exports;

/// <summary>A workbook as a spreadsheet program reads it.</summary>
internal static class Workbook
{
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator().Validate(book).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }

    /// <summary>The rows of the first sheet, each cell by what it holds.</summary>
    public static IReadOnlyList<IReadOnlyList<Cell>> Rows(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var sheet = book.WorkbookPart!.WorksheetParts.First().Worksheet;
        return [.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(c => (Cell)c.CloneNode(true)).ToList())];
    }
}
