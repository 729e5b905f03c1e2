using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Messages;

/// <summary>
/// That somebody opened a thread with messages in it that they had not seen. It says that they were shown, and never that anything was done about them (rule 13).
/// </summary>
public sealed class MessageOpening : IBelongsToSchool
{
    public required Id<MessageOpening> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<MessageThread> ThreadId { get; init; }
    public required Id<Person> PersonId { get; init; }

    /// <summary>The number of the last message that was there.</summary>
    public required int UpTo { get; init; }

    public required Instant At { get; init; }
}
