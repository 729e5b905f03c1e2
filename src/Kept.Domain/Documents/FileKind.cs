namespace Kept.Domain.Documents;

/// <summary>What a file is by its content, whatever its name says. Only these are kept.</summary>
public enum FileKind
{
    Pdf,
    Word,
    Excel,
    PowerPoint,
    OdfText,
    OdfSheet,
    OdfSlides,

    /// <summary>Word, Excel, PowerPoint or Outlook files as they were until 2007.</summary>
    OldOffice,

    /// <summary>An Office file that is locked with a password: what is inside cannot be told.</summary>
    LockedOffice,
    RichText,
    Text,
    Html,
    Email,
    Jpeg,
    Png,
    Gif,
    WebP,
    Heic,
    Tiff,
    M4a,
    Mp3,
    Ogg,
    WebM,
    Wav,
    Amr,
    ThreeGp
}

public static class FileKinds
{
    private const string AsText = ".txt";

    public static string InWords(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Word => "Word",
        FileKind.Excel => "Excel",
        FileKind.OdfText => "OpenDocument text",
        FileKind.OdfSheet => "OpenDocument spreadsheet",
        FileKind.OdfSlides => "OpenDocument slides",
        FileKind.OldOffice => "Office 97 to 2003",
        FileKind.LockedOffice => "Office, locked",
        FileKind.RichText => "Rich text",
        FileKind.Html => "Web page",
        FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.WebP or FileKind.Heic or FileKind.Tiff => "Picture",
        _ when kind.IsSound() => "Sound",
        _ => kind.ToString()
    };

    /// <summary>How a file of this kind may be named; the first is given to one that is named otherwise.</summary>
    public static IReadOnlyList<string> Extensions(this FileKind kind) => kind switch
    {
        FileKind.Pdf => ["pdf"],
        FileKind.Word => ["docx"],
        FileKind.Excel => ["xlsx"],
        FileKind.PowerPoint => ["pptx"],
        FileKind.OdfText => ["odt"],
        FileKind.OdfSheet => ["ods"],
        FileKind.OdfSlides => ["odp"],
        FileKind.OldOffice => ["doc", "xls", "ppt", "msg", "pub"],
        FileKind.LockedOffice => ["docx", "xlsx", "pptx"],
        FileKind.RichText => ["rtf", "doc"],
        FileKind.Text => ["txt", "csv", "md", "log", "ics", "vcf", "json"],
        FileKind.Html => ["html", "htm"],
        FileKind.Email => ["eml"],
        FileKind.Jpeg => ["jpg", "jpeg", "jfif"],
        FileKind.Png => ["png"],
        FileKind.Gif => ["gif"],
        FileKind.WebP => ["webp"],
        FileKind.Heic => ["heic", "heif"],
        FileKind.M4a => ["m4a", "mp4"],
        FileKind.Mp3 => ["mp3"],
        FileKind.Ogg => ["ogg", "opus", "oga"],
        FileKind.WebM => ["webm", "weba"],
        FileKind.Wav => ["wav"],
        FileKind.Amr => ["amr", "awb"],
        FileKind.ThreeGp => ["3gp", "3gpp", "3ga", "3g2"],
        _ => ["tif", "tiff"]
    };

    /// <summary>What the browser is told; what it could take for a page of ours is only bytes to it.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.PowerPoint => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.OdfText => "application/vnd.oasis.opendocument.text",
        FileKind.OdfSheet => "application/vnd.oasis.opendocument.spreadsheet",
        FileKind.OdfSlides => "application/vnd.oasis.opendocument.presentation",
        FileKind.RichText => "application/rtf",
        FileKind.Text => "text/plain",
        FileKind.Email => "message/rfc822",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Gif => "image/gif",
        FileKind.WebP => "image/webp",
        FileKind.Heic => "image/heic",
        FileKind.Tiff => "image/tiff",
        FileKind.M4a => "audio/mp4",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.Ogg => "audio/ogg",
        FileKind.WebM => "audio/webm",
        FileKind.Wav => "audio/wav",
        FileKind.Amr => "audio/amr",
        FileKind.ThreeGp => "audio/3gpp",
        _ => "application/octet-stream"
    };

    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.WebP or FileKind.Heic or FileKind.Tiff;

    /// <summary>A recording, which browsers play and run nothing of. AMR and some 3GP are played by few of them, and can be saved.</summary>
    public static bool IsSound(this FileKind kind) =>
        kind is FileKind.M4a or FileKind.Mp3 or FileKind.Ogg or FileKind.WebM or FileKind.Wav or FileKind.Amr or FileKind.ThreeGp;

    /// <summary>Whether every browser shows it, and runs nothing of it.</summary>
    public static bool MayBePreviewed(this FileKind kind) => kind is FileKind.Pdf or FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.WebP;

    /// <summary>Whether words can be read out of it for search.</summary>
    public static bool HasReadableText(this FileKind kind) =>
        kind is FileKind.Pdf or FileKind.Word or FileKind.Excel or FileKind.PowerPoint or FileKind.OdfText or FileKind.OdfSheet or FileKind.OdfSlides
            or FileKind.Text or FileKind.Html or FileKind.Email;

    /// <summary>Whether a double click would open it in a browser, which runs what is in it (decision 42). Drawings in SVG are not kept at all.</summary>
    public static bool LeavesAsText(this FileKind kind, string name) =>
        kind is FileKind.Html || (kind is FileKind.Text && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>The name under which a file is handed out to people: its own, with an ending that fits what it is and opens nothing that could run.</summary>
    public static string Named(this FileKind kind, string name)
    {
        var (bare, ending) = kind.Parted(name);
        return bare + ending;
    }

    /// <summary>That name in two, so that the first can be cut: "Our page" and ".html.txt".</summary>
    public static (string Bare, string Ending) Parted(this FileKind kind, string name)
    {
        // What came in as it went out is not named so twice.
        var own = kind.LeavesAsText(name) && name.EndsWith(AsText, StringComparison.OrdinalIgnoreCase) ? name[..^AsText.Length] : name;
        var ending = Path.GetExtension(own);
        var (bare, fitting) = kind.MayEndIn(ending) ? (own[..^ending.Length], ending) : (own, $".{kind.Extensions()[0]}");
        return (bare, kind.LeavesAsText(name) ? fitting + AsText : fitting);
    }

    private static bool MayEndIn(this FileKind kind, string ending) =>
        ending.Length > 1 && (kind.Extensions().Contains(ending[1..].ToLowerInvariant()) || (kind is FileKind.Text && kind.LeavesAsText(ending)));
}
