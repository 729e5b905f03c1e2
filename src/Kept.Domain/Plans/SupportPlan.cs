using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>A pupil's plan of one kind: what is in force now. What it says is in its versions.</summary>
public sealed class SupportPlan : IAboutPupil
{
    public required Id<SupportPlan> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required PlanKind Kind { get; init; }
    public required Id<Person> StartedById { get; init; }
    public required Instant StartedAt { get; init; }

    /// <summary>The number of the version in force; 0 until one is published.</summary>
    public int Current { get; private set; }

    /// <summary>The next day on which to ask whether it helps. Always there once a version is published (rule 2).</summary>
    public LocalDate? ReviewOn { get; private set; }

    /// <summary>Who sees that it happens, as the version in force names them.</summary>
    public Id<Person>? LeadId { get; private set; }

    public int Version { get; private set; } = 1;

    public static SupportPlan Start(Id<School> school, Id<Pupil> pupil, PlanKind kind, Id<Person> by, Instant at) => new()
    {
        Id = Id<SupportPlan>.New(),
        SchoolId = school,
        PupilId = pupil,
        Kind = kind,
        StartedById = by,
        StartedAt = at
    };

    /// <param name="was">The version in force; null where there is none yet.</param>
    public Result<PlanVersion> Publish(PlanContent content, PlanVersion? was, PlanCause? cause, string? reason, Nation nation, Id<Person> by, Instant at)
    {
        var shall = content.Tidied(Kind);
        if (PlanRules.Wrong(shall, Kind, nation) is [var wrong, ..])
        {
            return wrong;
        }

        if (was?.Number != (Current == 0 ? null : (int?)Current))
        {
            return new Refusal("Somebody else has published a version meanwhile. Look at it, then go on");
        }

        var why = Text.Tidy(reason);
        if (was is not null && why is null)
        {
            return new Refusal("Say why the plan changes: it stays beside the new version", nameof(PlanVersion.Reason));
        }

        if (why?.Length > PlanVersion.ReasonMaxLength)
        {
            return new Refusal($"The reason must be {PlanVersion.ReasonMaxLength} characters or fewer", nameof(PlanVersion.Reason));
        }

        if (was is not null && PlanParts.Of(shall).SequenceEqual(PlanParts.Of(was.Content)))
        {
            return new Refusal("Nothing is different yet. Change what has changed, then publish it");
        }

        Current++;
        Version++;
        (ReviewOn, LeadId) = (shall.ReviewOn, shall.Lead!.Id);
        return new PlanVersion
        {
            Id = Id<PlanVersion>.New(),
            SchoolId = SchoolId,
            PupilId = PupilId,
            PlanId = Id,
            Number = Current,
            Content = shall,
            KeyOutcome = shall.KeyOutcome!.What,
            From = shall.From!.Value,
            ReviewOn = shall.ReviewOn!.Value,
            PublishedAt = at,
            PublishedById = by,
            Reason = why,
            CauseKind = cause?.Kind,
            CauseId = cause?.Id
        };
    }

    internal void ReviewAgainOn(LocalDate next)
    {
        ReviewOn = next;
        Version++;
    }
}
