using System.IO.Compression;
using System.Text;
using Kept.Domain;
using Kept.Domain.Documents;

namespace Kept.Web.Documents;

/// <summary>Tells Office and OpenDocument files apart, by the parts in them, and sees whether they are locked or hold programs.</summary>
internal static class OfficeLook
{
    private const int MostParts = 20_000;
    private const int ShortPart = 200;
    private const int ManifestBytes = 1024 * 1024;

    /// <summary>The part that a locked Office file keeps its real content in (MS-OFFCRYPTO 2.3.1), as its directory spells it.</summary>
    private static readonly byte[] LockedPart = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static Result<SeenFile> AtZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > MostParts ? Plain() : AtParts(zip);
        }
        catch (InvalidDataException)
        {
            return new Refusal("the file is damaged or not whole. Look at it where it came from, then add it again");
        }
    }

    /// <summary>Looks for the part's name in the whole file, since the directory may be anywhere in it.</summary>
    public static async Task<bool> IsLockedAsync(Stream content, CancellationToken cancel) => await Bytes.ContainAsync(content, LockedPart, cancel);

    private static Result<SeenFile> AtParts(ZipArchive zip)
    {
        if (zip.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal("it holds macros, which are programs. Save it as .docx, .xlsx or PDF, then add that");
        }

        if (zip.GetEntry("[Content_Types].xml") is not null)
        {
            return zip.GetEntry("word/document.xml") is not null ? new SeenFile(FileKind.Word)
                : zip.GetEntry("xl/workbook.xml") is not null ? new SeenFile(FileKind.Excel)
                : zip.GetEntry("ppt/presentation.xml") is not null ? new SeenFile(FileKind.PowerPoint)
                : Plain();
        }

        return zip.GetEntry("mimetype") is { } type ? OfOpenDocument(zip, type) : Plain();
    }

    private static Result<SeenFile> OfOpenDocument(ZipArchive zip, ZipArchiveEntry type)
    {
        var kind = Start(type, ShortPart).Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => FileKind.OdfText,
            "application/vnd.oasis.opendocument.spreadsheet" => FileKind.OdfSheet,
            "application/vnd.oasis.opendocument.presentation" => FileKind.OdfSlides,
            _ => (FileKind?)null
        };
        var isLocked = zip.GetEntry("META-INF/manifest.xml") is { } manifest && Start(manifest, ManifestBytes).Contains("encryption-data", StringComparison.Ordinal);
        return kind is { } known ? new SeenFile(known, isLocked) : Plain();
    }

    /// <summary>No more of a part than this, however much it would unpack to.</summary>
    private static string Start(ZipArchiveEntry part, int most)
    {
        using var content = part.Open();
        var bytes = new byte[most];
        return Encoding.UTF8.GetString(bytes, 0, content.ReadAtLeast(bytes, most, throwOnEndOfStream: false));
    }

    private static Refusal Plain() => new("this is a ZIP. Unpack it and add the files that are in it");
}
