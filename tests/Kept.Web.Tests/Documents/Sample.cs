using System.IO.Compression;
using System.Text;
using Kept.Web.World;

namespace Kept.Web.Tests.Documents;

/// <summary>Files as schools have them, small and real; and some that mean harm.</summary>
internal static class Sample
{
    /// <summary>Needs a password to be opened.</summary>
    public static byte[] LockedPdf => Read("locked.pdf");

    /// <summary>Encrypted only to forbid printing: opens for anybody. It speaks of a wombat.</summary>
    public static byte[] UnprintablePdf => Read("not-to-be-printed.pdf");

    public static byte[] Program { get; } = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. Enumerable.Repeat((byte)7, 400)];

    public static byte[] Picture { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A locked Office file, as far as anybody without the password can tell.</summary>
    public static byte[] LockedOffice { get; } =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Enumerable.Repeat((byte)0, 2000), .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. Enumerable.Repeat((byte)0, 500)];

    public static byte[] Pdf(string words) => PaperFiles.Pdf("A paper", words);

    public static byte[] Word(string words) => PaperFiles.Word("A paper", words);

    public static byte[] Odt(string words) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
            <office:body><office:text><text:h>A paper</text:h><text:p>{words}</text:p></office:text></office:body></office:document-content>
            """));

    public static byte[] Excel(string words) => Zip(
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
            """),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
        ("xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{words}</t></si></sst>"""));

    public static byte[] Text(string words) => Encoding.UTF8.GetBytes(words);

    public static byte[] Page(string words) => Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>A page</title><script>var hidden = 'unseen'</script></head><body><p>{words}</p></body></html>");

    public static byte[] Email(string words) => Encoding.UTF8.GetBytes(string.Join("\r\n",
        "From: =?utf-8?q?Laura_Bennett?= <laura@home.example>", "To: office@hillview.example", "Subject: =?utf-8?b?TW9uZGF5IGNhZsOp?=", "Message-ID: <1@home.example>",
        "Content-Type: multipart/alternative; boundary=\"part\"", "", "--part", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        $"{words} caf=C3=A9 =", "and more", "--part", "Content-Type: text/html", "", "<p>The same again</p>", "--part--", ""));

    /// <summary>A small file that unpacks to a very large one.</summary>
    public static byte[] Bomb() => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<a>{new string('a', 60_000_000)}</a>"));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Samples", name));
}
