using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kept.Web.World;

/// <summary>Makes small real files: what somebody would have scanned, typed or been sent.</summary>
internal static class PaperFiles
{
    private const int LettersInALine = 88;

    /// <summary>One page in Helvetica (PDF 1.4). Letters beyond Windows-1252 are left out.</summary>
    public static byte[] Pdf(string title, string words)
    {
        var lines = words.Split('\n').SelectMany(Wrapped).ToList();
        var page = new StringBuilder("BT /F1 16 Tf 56 780 Td (").Append(Escaped(title)).Append(") Tj /F1 11 Tf 0 -10 Td 16 TL T*\n");
        foreach (var line in lines)
        {
            page.Append('(').Append(Escaped(line)).Append(") Tj T*\n");
        }

        page.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {page.Length} >>\nstream\n{page}\nendstream")
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (at, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Windows.GetBytes(file.ToString());
    }

    public static byte[] Word(string title, string words)
    {
        using var content = new MemoryStream();
        using (var file = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            var body = new Body(Said(title, isTitle: true));
            body.Append(words.Split('\n').Select(line => Said(line, isTitle: false)));
            file.AddMainDocumentPart().Document = new Document(body);
        }

        return content.ToArray();
    }

    private static Encoding Windows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Paragraph Said(string line, bool isTitle)
    {
        var run = new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        if (isTitle)
        {
            run.RunProperties = new RunProperties(new Bold(), new FontSize { Val = "32" });
        }

        return new Paragraph(run);
    }

    private static string Escaped(string line) =>
        line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static IEnumerable<string> Wrapped(string line)
    {
        var rest = line;
        while (rest.Length > LettersInALine && rest.LastIndexOf(' ', LettersInALine) is > 0 and var space)
        {
            yield return rest[..space];
            rest = rest[(space + 1)..];
        }

        yield return rest;
    }
}
