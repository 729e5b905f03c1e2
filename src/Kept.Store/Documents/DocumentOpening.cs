using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Documents;

/// <summary>How somebody looked at a document.</summary>
public enum OpenedHow
{
    Details,
    Preview,
    File,
    Zip
}

/// <summary>That somebody looked at a document.</summary>
public sealed class DocumentOpening : IBelongsToSchool
{
    public required Id<DocumentOpening> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Document> DocumentId { get; init; }

    /// <summary>Which version.</summary>
    public required int Number { get; init; }

    public required Id<Person> PersonId { get; init; }
    public required Instant At { get; init; }
    public required OpenedHow How { get; init; }
}
