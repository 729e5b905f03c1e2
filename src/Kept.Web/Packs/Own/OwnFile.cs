using Kept.Domain;
using Kept.Domain.Documents;

namespace Kept.Web.Packs.Own;

/// <summary>A file that the reader may open, and where it is in the ZIP.</summary>
/// <param name="Name">As it came, with the ending of what it is.</param>
/// <param name="Document">Null for a recording that is not sent yet.</param>
/// <param name="Version">Of the document.</param>
public sealed record OwnFile(string Name, FileKind Kind, long Bytes, string Sha256, Id<Document>? Document, int Version)
{
    /// <summary>Null where it is not in the ZIP, or there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Why it is not in the ZIP; null where it is, or there is none.</summary>
    public OwnFileLeft? Left { get; init; }
}

/// <summary>Why a file is not in the ZIP. What is not safe is never taken in, so that it cannot be left out.</summary>
public enum OwnFileLeft
{
    /// <summary>The database names it, and the folder has it no more.</summary>
    Lost,

    /// <summary>The ZIP is as big as it may be.</summary>
    Full
}
