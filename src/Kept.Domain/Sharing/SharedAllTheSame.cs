using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Sharing;

/// <summary>That somebody was stopped before sharing, read what stood in the way, and shared it with a reason.</summary>
public sealed class SharedAllTheSame : IAboutPupil
{
    public const int BecauseMaxLength = 300;
    public const int FoundMaxLength = 1000;

    public required Id<SharedAllTheSame> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>What stood in the way, as it was said to them.</summary>
    public required string Found { get; init; }

    public required string Because { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }
}

public sealed record SharingDecided(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "shared-all-the-same";
}
