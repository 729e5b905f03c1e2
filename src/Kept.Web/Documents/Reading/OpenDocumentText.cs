using System.IO.Compression;
using System.Xml;

namespace Kept.Web.Documents.Reading;

/// <summary>The words of OpenDocument files: the letters of content.xml, a line for each paragraph (ODF 1.3, part 3).</summary>
internal static class OpenDocumentText
{
    private const string TextNamespace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const long MostCharacters = 50_000_000;

    private static readonly XmlReaderSettings Bounded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters
    };

    public static void Read(string path, Words words)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.GetEntry("content.xml") is not { } content)
        {
            return;
        }

        using var stream = content.Open();
        using var xml = XmlReader.Create(stream, Bounded);
        while (!words.IsFull && xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace:
                    words.Add(xml.Value);
                    break;
                case XmlNodeType.Element when xml is { NamespaceURI: TextNamespace, LocalName: "s" or "tab" or "line-break" }:
                    words.Space();
                    break;
                case XmlNodeType.EndElement when xml is { NamespaceURI: TextNamespace, LocalName: "p" or "h" }:
                    words.Line();
                    break;
            }
        }
    }
}
