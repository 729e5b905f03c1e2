using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Telling;

/// <summary>That one carer is to be told of one thing, and whether they have been (rule 10).</summary>
public sealed class Notice : IBelongsToSchool
{
    public required Id<Notice> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> CarerId { get; init; }

    /// <summary>What had it made: of one, nobody is told twice.</summary>
    public required Id<Tiding> TidingId { get; init; }

    /// <summary>Null for news, which is about no child.</summary>
    public Id<Pupil>? PupilId { get; init; }

    public required NoticeOf Of { get; init; }
    public required Guid AboutId { get; init; }
    public required Visibility Visibility { get; init; }
    public required Instant MadeAt { get; init; }

    /// <summary>When it may go out: the quiet hours are over, the day of their digest has come. Null once it waits no more.</summary>
    public Instant? TellAt { get; init; }

    /// <summary>With what it goes out, several notices at once; null where it never did.</summary>
    public Id<Dispatch>? DispatchId { get; init; }

    /// <summary>When it came to nothing: the carer may not be told any more, or what it was about is not theirs to read.</summary>
    public Instant? WithheldAt { get; init; }

    /// <summary>When the carer first had it before them.</summary>
    public Instant? OpenedAt { get; init; }
}
