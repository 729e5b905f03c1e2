using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>
/// Words that one side of a thread wrote to the other. Never changed and never erased (rule 4): what was a mistake is followed by another. A translation is
/// kept beside it (rule 9).
/// </summary>
public sealed class Message : IAboutPupil
{
    public const int WordsMaxLength = 4000;

    public required Id<Message> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<MessageThread> ThreadId { get; init; }

    /// <summary>Its place in the thread, from 1.</summary>
    public required int Number { get; init; }

    public required Id<Person> FromId { get; init; }
    public required bool IsFromFamily { get; init; }

    /// <summary>As they were written, in the language of who wrote them.</summary>
    public required string Words { get; init; }

    /// <summary>BCP 47 tag of the language that the words are in: "ur".</summary>
    public required string Language { get; init; }

    public required Instant At { get; init; }

    /// <summary>The school said with it what came of the matter, and closed the thread.</summary>
    public required bool Closes { get; init; }

    /// <summary>Ties an entry of the log to the message that it was made of.</summary>
    public Result<MessageEntry> BecomeOf(LogEntry entry, Id<Person> by, Instant at)
    {
        if (entry.PupilId != PupilId)
        {
            return new Refusal("This message is about another child");
        }

        return new MessageEntry
        {
            Id = Id<MessageEntry>.New(),
            SchoolId = SchoolId,
            PupilId = PupilId,
            MessageId = Id,
            EntryId = entry.Id,
            ById = by,
            At = at
        };
    }
}

/// <summary>That an entry of the log was made of a message.</summary>
public sealed class MessageEntry : IAboutPupil
{
    public required Id<MessageEntry> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Message> MessageId { get; init; }
    public required Id<LogEntry> EntryId { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }
}
