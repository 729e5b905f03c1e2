using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Kept.Domain.Documents;

namespace Kept.Web.Documents.Reading;

/// <summary>The words of a file, or why there are none: the end of “No words to search: …”.</summary>
internal sealed record FileText(string? Text, string? Problem)
{
    private const string Damaged = "the file is damaged";

    /// <summary>Runs in the process for reading, where what a file does wrong harms nobody.</summary>
    public static FileText Of(string path, FileKind kind)
    {
        try
        {
            var words = new Words();
            var problem = Read(path, kind, words);
            return problem is not null ? new FileText(null, problem)
                : words.All is { } text ? new FileText(text, null)
                : new FileText(null, kind is FileKind.Pdf ? "there is no text in it. It may be a scan" : "there is no text in it");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or FormatException or ArgumentException or IOException)
        {
            return new FileText(null, Damaged);
        }
    }

    private static string? Read(string path, FileKind kind, Words words)
    {
        switch (kind)
        {
            case FileKind.Pdf: return PdfText.Read(path, words);
            case FileKind.Word: OfficeText.ReadWord(path, words); break;
            case FileKind.Excel: OfficeText.ReadExcel(path, words); break;
            case FileKind.PowerPoint: OfficeText.ReadPowerPoint(path, words); break;
            case FileKind.OdfText or FileKind.OdfSheet or FileKind.OdfSlides: OpenDocumentText.Read(path, words); break;
            case FileKind.Html: PageText.Read(PlainText.Of(File.ReadAllBytes(path)), words); break;
            case FileKind.Email: EmailText.Read(File.ReadAllBytes(path), words); break;
            case FileKind.Text: words.Add(PlainText.Of(File.ReadAllBytes(path))); break;
            default: return "Kept cannot read files of this kind";
        }

        return null;
    }
}
