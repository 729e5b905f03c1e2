using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Telling;

/// <summary>
/// Something that families are to be told, from the moment it is in the record: saved with it, in one transaction. Who is to be told is worked out
/// afterwards, so that a save takes no longer for it.
/// </summary>
public sealed class Tiding : IBelongsToSchool
{
    public required Id<Tiding> Id { get; init; }
    public required Id<School> SchoolId { get; init; }

    /// <summary>The child whose carers are told; null for all the families of a piece of news.</summary>
    public Id<Pupil>? PupilId { get; init; }

    /// <summary>The one carer whom it is for; null for every carer of the child.</summary>
    public Id<Person>? CarerId { get; init; }

    public required NoticeOf Of { get; init; }

    /// <summary>The entry, change, meeting, plan version, enquiry, view of a plan, message or piece of news.</summary>
    public required Guid AboutId { get; init; }

    public required Instant At { get; init; }

    /// <summary>Nobody is told of what they did themselves.</summary>
    public required Id<Person> ById { get; init; }

    /// <summary>How far a long list of families has been worked out: the last carer.</summary>
    public Id<Person>? After { get; init; }
}
