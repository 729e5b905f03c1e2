using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Documents;

public enum TextState
{
    /// <summary>Nobody has read it yet, or whoever did has not come to an end.</summary>
    Waiting,

    Read,

    /// <summary>There are no words to find; see what is said of why.</summary>
    None
}

/// <summary>
/// The words of one version, for search. No part of the record: they can be read out of the file again at any time. Waiting rows are
/// the queue of whoever reads, on any node.
/// </summary>
public sealed class DocumentText : IBelongsToSchool
{
    /// <summary>About 150 dense pages. What comes after is not found by search.</summary>
    public const int TextMaxLength = 500_000;

    public const int ProblemMaxLength = 160;

    public required Id<DocumentText> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Document> DocumentId { get; init; }
    public required Id<DocumentVersion> VersionId { get; init; }
    public required string Sha256 { get; init; }
    public required FileKind Kind { get; init; }

    public TextState State { get; set; }

    /// <summary>Until when one reader has it; after that the reader is taken to be gone.</summary>
    public Instant? LeasedUntil { get; set; }

    /// <summary>How often somebody began to read it.</summary>
    public int Tries { get; set; }

    /// <summary>Why there are no words, or not all of them: "it is locked with a password".</summary>
    public string? Problem { get; set; }

    public string? Text { get; set; }

    /// <summary>What is to be done about a version that was just kept.</summary>
    public static DocumentText For(DocumentVersion version)
    {
        var problem = version.IsLocked ? "it is locked with a password"
            : version.Kind.IsPicture() ? "it is a picture"
            : version.Kind.IsSound() ? "it is a recording"
            : version.Kind.HasReadableText() ? null : $"Kept cannot read files of this kind ({version.Kind.InWords()})";
        return new DocumentText
        {
            Id = Id<DocumentText>.New(),
            SchoolId = version.SchoolId,
            DocumentId = version.DocumentId,
            VersionId = version.Id,
            Sha256 = version.Sha256,
            Kind = version.Kind,
            State = problem is null ? TextState.Waiting : TextState.None,
            Problem = problem
        };
    }
}
