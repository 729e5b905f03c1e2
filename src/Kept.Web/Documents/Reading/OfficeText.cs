using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Kept.Web.Documents.Reading;

/// <summary>The words of Word, Excel and PowerPoint files, read part by part without building any of it in memory.</summary>
internal static class OfficeText
{
    /// <summary>However small a zip is, no part of it unpacks to more.</summary>
    private const long MostCharactersInPart = 50_000_000;

    private static readonly OpenSettings Bounded = new() { AutoSave = false, MaxCharactersInPart = MostCharactersInPart };

    public static void ReadWord(string path, Words words)
    {
        using var file = WordprocessingDocument.Open(path, isEditable: false, Bounded);
        if (file.MainDocumentPart is not { } main)
        {
            return;
        }

        OpenXmlPart?[] parts = [main, .. main.HeaderParts, .. main.FooterParts, main.FootnotesPart, main.EndnotesPart, main.WordprocessingCommentsPart];
        foreach (var part in parts.OfType<OpenXmlPart>())
        {
            Read(part, words, typeof(Word.Text), typeof(Word.Paragraph), typeof(Word.TabChar), typeof(Word.Break));
        }
    }

    public static void ReadExcel(string path, Words words)
    {
        using var file = SpreadsheetDocument.Open(path, isEditable: false, Bounded);
        if (file.WorkbookPart is not { } book)
        {
            return;
        }

        OpenXmlPart?[] parts = [book.SharedStringTablePart, .. book.WorksheetParts];
        foreach (var part in parts.OfType<OpenXmlPart>())
        {
            Read(part, words, typeof(Sheet.Text), typeof(Sheet.SharedStringItem), typeof(Sheet.InlineString));
        }
    }

    public static void ReadPowerPoint(string path, Words words)
    {
        using var file = PresentationDocument.Open(path, isEditable: false, Bounded);
        foreach (var slide in file.PresentationPart?.SlideParts ?? [])
        {
            Read(slide, words, typeof(Drawing.Text), typeof(Drawing.Paragraph));
        }
    }

    /// <param name="part">Of the package.</param>
    /// <param name="words">Where they go.</param>
    /// <param name="text">The element that holds letters.</param>
    /// <param name="ends">The elements after which the next word is another.</param>
    private static void Read(OpenXmlPart part, Words words, Type text, params Type[] ends)
    {
        using var reader = OpenXmlReader.Create(part);
        while (!words.IsFull && reader.Read())
        {
            if (reader.ElementType == text && reader.IsStartElement)
            {
                words.Add(reader.GetText());
            }
            else if (ends.Contains(reader.ElementType))
            {
                words.Line();
            }
        }

        words.Line();
    }
}
