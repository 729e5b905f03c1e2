namespace Kept.Domain.Documents;

/// <summary>A file that has been taken in: what it is and where its content is, by that content's own hash.</summary>
/// <param name="Name">As whoever sent it calls it.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="IsLocked">Whether a password is needed to open it.</param>
public sealed record ReceivedFile(string Name, FileKind Kind, long Bytes, string Sha256, bool IsLocked)
{
    public const int NameMaxLength = 200;

    /// <summary>The last part of the name, without what no name may hold; the ending stays where the rest must be cut.</summary>
    public static string Tidy(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var plain = Text.Tidy(string.Concat(last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?' or '\u202E')))) ?? "file";
        if (plain.Length <= NameMaxLength)
        {
            return plain;
        }

        var ending = Path.GetExtension(plain);
        return ending.Length < 10 ? string.Concat(plain.AsSpan(0, NameMaxLength - ending.Length), ending) : plain[..NameMaxLength];
    }

    /// <summary>What a document is called until somebody calls it otherwise: "EP report, March 2026.pdf" is "EP report, March 2026".</summary>
    public string Title
    {
        get
        {
            var bare = Path.GetFileNameWithoutExtension(Name).Replace('_', ' ');
            return Text.Tidy(bare) is { } title ? title[..Math.Min(title.Length, DocumentDetails.TitleMaxLength)] : "Untitled";
        }
    }
}
