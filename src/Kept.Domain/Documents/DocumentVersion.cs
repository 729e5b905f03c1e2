using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Documents;

/// <summary>One file that a document is or was. Superseded ones are kept, and say who replaced them and when.</summary>
public sealed class DocumentVersion : IAboutPupil
{
    public const int NoteMaxLength = 300;
    public const int Sha256Length = 64;

    /// <summary>The number of the file that a document began with.</summary>
    public const int First = 1;

    public required Id<DocumentVersion> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Document> DocumentId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    public required string FileName { get; init; }
    public required FileKind Kind { get; init; }
    public required long Bytes { get; init; }

    /// <summary>The hash of the content, by which it is found and by which the ledger proves it.</summary>
    public required string Sha256 { get; init; }

    public required bool IsLocked { get; init; }

    /// <summary>What is different from the version before.</summary>
    public string? Note { get; init; }

    public required Id<Person> AddedById { get; init; }
    public required Instant AddedAt { get; init; }

    /// <summary>Null for the current one.</summary>
    public Instant? SupersededAt { get; private set; }

    public Id<Person>? SupersededById { get; private set; }

    /// <summary>For a superseded one, who could see it when it was replaced: nobody who could not then may see it now.</summary>
    public Visibility Visibility { get; private set; }

    internal static DocumentVersion Of(Document document, ReceivedFile file, string? note, Id<Person> by, Instant at) => new()
    {
        Id = Id<DocumentVersion>.New(),
        SchoolId = document.SchoolId,
        PupilId = document.PupilId,
        DocumentId = document.Id,
        Number = document.CurrentNumber,
        FileName = file.Name,
        Kind = file.Kind,
        Bytes = file.Bytes,
        Sha256 = file.Sha256,
        IsLocked = file.IsLocked,
        Note = note,
        AddedById = by,
        AddedAt = at,
        Visibility = document.Visibility
    };

    internal void Supersede(Visibility visibility, Id<Person> by, Instant at) => (Visibility, SupersededById, SupersededAt) = (visibility, by, at);
}
