using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Documents;

/// <summary>That a document is about a pupil, in that pupil's own chain of the ledger; or was, until somebody put it right.</summary>
public sealed class DocumentPupil : IAboutPupil
{
    public required Id<DocumentPupil> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Document> DocumentId { get; init; }
    public required Id<Person> AddedById { get; init; }
    public required Instant AddedAt { get; init; }

    /// <summary>When it turned out to be about somebody else; null while it is about this pupil.</summary>
    public Instant? EndedAt { get; private set; }

    public static DocumentPupil Of(Document document, Id<Pupil> pupil, Id<Person> by, Instant at) => new()
    {
        Id = Id<DocumentPupil>.New(),
        SchoolId = document.SchoolId,
        PupilId = pupil,
        DocumentId = document.Id,
        AddedById = by,
        AddedAt = at
    };

    /// <param name="others">How many other pupils it is about.</param>
    /// <param name="at">When.</param>
    public Result<DocumentPupilsChanged> End(int others, Instant at)
    {
        if (others == 0)
        {
            return new Refusal("A document is always about somebody. Add the right pupil first, or withdraw it", "Pupil");
        }

        EndedAt = at;
        return new DocumentPupilsChanged(PupilId, DocumentId);
    }

    public DocumentPupilsChanged Resume()
    {
        EndedAt = null;
        return new DocumentPupilsChanged(PupilId, DocumentId);
    }
}
