using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>A plan as it was published: never changed and never removed (rule 4). The next version is another row.</summary>
public sealed class PlanVersion : IAboutPupil
{
    public const int ReasonMaxLength = 500;

    public required Id<PlanVersion> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<SupportPlan> PlanId { get; init; }

    /// <summary>1, 2, 3, without a gap.</summary>
    public required int Number { get; init; }

    public required PlanContent Content { get; init; }

    /// <summary>From the content, for lists: the outcome that says the plan in one line.</summary>
    public required string KeyOutcome { get; init; }

    /// <summary>From the content, for lists.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The review date as it was published; a review held since gives the plan another.</summary>
    public required LocalDate ReviewOn { get; init; }

    public required Instant PublishedAt { get; init; }
    public required Id<Person> PublishedById { get; init; }

    /// <summary>Why the plan changed; null for the first version.</summary>
    public string? Reason { get; init; }

    /// <summary>What led to it, where something did. Shown only to those who may see that.</summary>
    public CauseKind? CauseKind { get; init; }

    public Guid? CauseId { get; init; }
}
