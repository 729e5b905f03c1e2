using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>That a thread went from one member of staff to another, and why. The family sees who answers, and not the reason.</summary>
public sealed class ThreadHandover : IAboutPupil
{
    public const int ReasonMaxLength = 300;

    public required Id<ThreadHandover> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<MessageThread> ThreadId { get; init; }
    public Id<Person>? FromId { get; init; }
    public required Id<Person> ToId { get; init; }
    public required string Reason { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }
}
