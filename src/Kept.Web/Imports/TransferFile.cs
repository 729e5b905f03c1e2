using System.Xml;

namespace Kept.Web.Imports;

/// <summary>
/// A Common Transfer File, read leniently: by local name, in any order, of any version. Only one pupil is held at a time.
/// </summary>
public sealed class TransferFile(string path) : RollFile
{
    /// <summary>Far above the largest school; the point is that there is a bound.</summary>
    private const long MostCharacters = 2_000_000_000;

    public override string Kind => "Common Transfer File";

    public override IReadOnlyList<string> Headings => TransferCells.Headings;

    public override IReadOnlyList<(string Heading, string? Meaning)> Understood => [];

    public override IEnumerable<RollReading> Read()
    {
        using var reader = Open();
        var any = false;
        while (Next(reader))
        {
            any = true;
            yield return TransferPupil.Read(Pupil(reader));
        }

        if (!any)
        {
            throw new UnusableFileException("This XML file holds no pupils. Kept reads the Common Transfer File (CTF) that the school’s own system exports.");
        }
    }

    private XmlReader Open() => XmlReader.Create(path, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true
    });

    private static bool Next(XmlReader reader) => Safely(reader, () =>
    {
        // Reading one pupil leaves the reader on what follows it, which may be the next.
        while (!(reader.NodeType is XmlNodeType.Element && reader.LocalName.Equals("Pupil", StringComparison.OrdinalIgnoreCase)))
        {
            if (!reader.Read())
            {
                return false;
            }
        }

        return true;
    });

    private static TransferNode Pupil(XmlReader reader) => Safely(reader, () => TransferNode.Read(reader));

    private static T Safely<T>(XmlReader reader, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException broken)
        {
            var line = broken.LineNumber > 0 ? broken.LineNumber : ((IXmlLineInfo)reader).LineNumber;
            throw new UnusableFileException(
                $"Line {line} is not well-formed XML, so the file was not read. Export it again from the school’s own system.", broken);
        }
    }
}
