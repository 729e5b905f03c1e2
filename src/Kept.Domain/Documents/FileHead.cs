using System.Text;

namespace Kept.Domain.Documents;

/// <summary>What the first bytes of a file say of it.</summary>
public enum FileFamily
{
    /// <summary>Nothing that we know.</summary>
    Unknown,

    /// <summary>A program or script, which is never kept.</summary>
    Program,

    /// <summary>A drawing in SVG, which may carry a script that a browser runs: never kept.</summary>
    Drawing,

    /// <summary>A file of one kind, which is named beside it.</summary>
    Known,

    /// <summary>A zip: its parts say whether it is an Office or OpenDocument file.</summary>
    Zip,

    /// <summary>A compound file: old Office, or new Office that is locked.</summary>
    Compound,

    /// <summary>Letters: plain text, a web page or an email.</summary>
    Letters
}

/// <summary>Reads the signatures with which files begin. Sources: the formats' own specifications.</summary>
public static class FileHead
{
    private static readonly string[] BeforeARoot = ["<?xml", "<!--", "<!doctype svg"];

    /// <summary>As much of a file as is looked at.</summary>
    public const int Length = 4096;

    /// <summary>A PDF may have a little before its header (PDF 1.7, implementation note 13).</summary>
    private const int PdfHeaderWithin = 1024;

    private static readonly (byte[] Signature, FileKind Kind)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], FileKind.Jpeg),
        ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], FileKind.Png),
        ([.. "GIF87a"u8], FileKind.Gif),
        ([.. "GIF89a"u8], FileKind.Gif),
        ([.. "II*\0"u8], FileKind.Tiff),
        ([.. "MM\0*"u8], FileKind.Tiff),
        ([.. "{\\rtf"u8], FileKind.RichText)
    ];

    /// <summary>Windows, Linux and macOS programs, shortcuts, Java classes, scripts.</summary>
    private static readonly byte[][] Programs =
    [
        [.. "MZ"u8], [0x7F, .. "ELF"u8], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], [.. "#!"u8], [.. "@echo off"u8]
    ];

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static (FileFamily Family, FileKind? Kind) Of(ReadOnlySpan<byte> head)
    {
        // Before the scripts: an old phone's recording begins with the same two letters.
        if (SoundHead.Of(head) is { } sound)
        {
            return (FileFamily.Known, sound);
        }

        foreach (var program in Programs)
        {
            if (head.StartsWith(program))
            {
                return (FileFamily.Program, null);
            }
        }

        foreach (var (signature, kind) in Known)
        {
            if (head.StartsWith(signature))
            {
                return (FileFamily.Known, kind);
            }
        }

        return head.StartsWith("PK\u0003\u0004"u8) ? (FileFamily.Zip, null)
            : head.StartsWith(Compound) ? (FileFamily.Compound, null)
            : head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8) ? (FileFamily.Known, FileKind.WebP)
            : IsHeic(head) ? (FileFamily.Known, FileKind.Heic)
            : head[..Math.Min(head.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 ? (FileFamily.Known, FileKind.Pdf)
            : OfLetters(head);
    }

    private static bool IsHeic(ReadOnlySpan<byte> head) =>
        head.Length > 12 && head[4..].StartsWith("ftyp"u8)
        && (head[8..].StartsWith("heic"u8) || head[8..].StartsWith("heix"u8) || head[8..].StartsWith("mif1"u8) || head[8..].StartsWith("heim"u8));

    private static (FileFamily Family, FileKind? Kind) OfLetters(ReadOnlySpan<byte> head)
    {
        if (Letters(head) is not { } letters)
        {
            return (FileFamily.Unknown, null);
        }

        var start = letters.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (LooksLikeADrawing(start))
        {
            return (FileFamily.Drawing, null);
        }

        return (FileFamily.Letters, LooksLikeAPage(start) ? FileKind.Html : LooksLikeAnEmail(start) ? FileKind.Email : FileKind.Text);
    }

    /// <summary>Null when there are bytes in it that no text has.</summary>
    private static string? Letters(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head);
        }

        foreach (var b in head)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
            {
                return null;
            }
        }

        return Encoding.Latin1.GetString(head);
    }

    /// <summary>Nothing but what may stand before it comes first; a page that shows a drawing among its words is a page.</summary>
    private static bool LooksLikeADrawing(string start) =>
        start.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
        || (BeforeARoot.Any(first => start.StartsWith(first, StringComparison.OrdinalIgnoreCase))
            && start.Contains("<svg", StringComparison.OrdinalIgnoreCase) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeAPage(string start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (start.StartsWith('<') && (start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<body", StringComparison.OrdinalIgnoreCase) || start.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<svg", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Two header lines, of which one is an email's (RFC 5322).</summary>
    private static bool LooksLikeAnEmail(string start)
    {
        var headers = start.ReplaceLineEndings("\n").Split('\n').TakeWhile(line => line.Length > 0).Take(40)
            .Where(line => line[0] is not (' ' or '\t')).Select(line => line.Split(':')[0]).ToList();
        return headers.Count > 1 && headers.All(name => name.Length is > 0 and < 60 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
            && headers.Exists(name => name.ToLowerInvariant() is "from" or "received" or "return-path" or "message-id" or "delivered-to" or "mime-version");
    }
}
