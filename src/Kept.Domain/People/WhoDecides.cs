using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.People;

public enum Decider
{
    /// <summary>The young person themselves, as the law has it where they can.</summary>
    YoungPerson,

    /// <summary>Somebody for them, usually a parent, where they lack the capacity for these decisions (Mental Capacity Act 2005).</summary>
    Representative
}

/// <summary>
/// Who decides about a young person’s support from 16 (rule 15), from which day, and how the school knows. What was written down before stays beside
/// it: the newest counts.
/// </summary>
public sealed class WhoDecides : IAboutPupil
{
    public const int EvidenceMaxLength = 500;

    public required Id<WhoDecides> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Decider Decider { get; init; }

    /// <summary>The carer who decides for them; null where the young person does.</summary>
    public Id<Person>? RepresentativeId { get; init; }

    /// <summary>"Said so in the review of 3 July, with Mrs Khan"; "Assessment of capacity of 12 May, seen".</summary>
    public required string Evidence { get; init; }

    public required LocalDate DecidedOn { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }

    /// <param name="id">Chosen by the form, so that sending it twice keeps one.</param>
    /// <param name="representative">The tie of whoever decides for them; null where the young person does.</param>
    public static Result<WhoDecides> Record(
        Id<WhoDecides> id, Pupil pupil, Decider decider, Relationship? representative, string? evidence, LocalDate? on, LocalDate today, Nation nation, Id<Person> by, Instant at)
    {
        if (pupil.LeadsFrom(nation) is { } from && from > today)
        {
            return new Refusal($"{pupil.Name} decides from {from.InWords()} on. Until then it is for their parents", nameof(DecidedOn));
        }

        if (decider is Decider.Representative && representative is null)
        {
            return new Refusal("Choose who decides for them", nameof(RepresentativeId));
        }

        if (decider is Decider.Representative && representative!.IsRestrictedOn(today))
        {
            return new Refusal("A court order limits what this carer may be told: they cannot decide for the young person", nameof(RepresentativeId));
        }

        if (on is not { } day || day > today)
        {
            return new Refusal("Enter the day on which it was said or decided, not after today", nameof(DecidedOn));
        }

        if (Text.Tidy(evidence) is not { Length: <= EvidenceMaxLength } known)
        {
            return new Refusal($"Say how the school knows, in {EvidenceMaxLength} characters or fewer", nameof(Evidence));
        }

        pupil.LeadIsDecided(day);
        return new WhoDecides
        {
            Id = id,
            SchoolId = pupil.SchoolId,
            PupilId = pupil.Id,
            Decider = decider,
            RepresentativeId = decider is Decider.Representative ? representative!.CarerId : null,
            Evidence = known,
            DecidedOn = day,
            ById = by,
            At = at
        };
    }

    /// <summary>
    /// Says on each tie who may be told: as the young person wishes, and whoever decides for them in any case. Only what changes is given back.
    /// </summary>
    /// <param name="ties">All carers of the young person.</param>
    /// <param name="told">Whom the young person wants told.</param>
    public IReadOnlyList<RelationshipChanged> Heed(IEnumerable<Relationship> ties, IReadOnlyCollection<Id<Person>> told) =>
    [
        .. ties.Select(tie => (Tie: tie, MayBe: told.Contains(tie.CarerId) || tie.CarerId == RepresentativeId))
            .Where(both => both.Tie.YoungPersonSaysNo == both.MayBe).Select(both => both.Tie.Heed(both.MayBe))
    ];
}
