using Kept.Domain.People;

namespace Kept.Domain.Rolls;

/// <summary>What the school's own system says of a pupil's parent, carer or other contact.</summary>
public sealed record RollCarer
{
    /// <summary>That system's own number for the person: the only thing by which two pupils' carers are ever taken to be one.</summary>
    public string? ExternalId { get; init; }

    public string? Title { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }

    /// <summary>"mother", "father", "grandmother".</summary>
    public required string Kind { get; init; }

    public KnownOrNot? ParentalResponsibility { get; init; }
    public int? Priority { get; init; }
    public LivesWith? LivesWith { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    public string NameKey => Text.Key($"{FamilyName} {GivenName}");

    /// <summary>Every parent is told unless an order says otherwise (Education Act 1996 s.576); a doctor or a neighbour is not.</summary>
    public bool IsParent => ParentalResponsibility is KnownOrNot.Yes || RelationshipKinds.IsParent(Kind);
}
