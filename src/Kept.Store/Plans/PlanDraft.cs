using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Plans;

/// <summary>
/// The next version of a plan while it is being written, by everybody who works with the pupil together. No part of the record: it goes
/// when it is published or thrown away.
/// </summary>
public sealed class PlanDraft : IAboutPupil
{
    public const int ContentMaxLength = 100_000;

    public required Id<PlanDraft> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<SupportPlan> PlanId { get; init; }

    /// <summary>The form's fields as JSON, as typed: nothing is read yet, so nothing is lost.</summary>
    public required string Content { get; set; }

    public required Id<Person> SavedById { get; set; }
    public required Instant SavedAt { get; set; }
    public int Version { get; set; } = 1;
}
