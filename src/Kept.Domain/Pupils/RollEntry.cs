using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Pupils;

/// <summary>
/// What the school's own system says of one pupil. Null means that the file does not say, and leaves what is known alone;
/// an empty text means that it says there is none.
/// </summary>
public sealed record RollEntry
{
    /// <summary>The line of the file on which it begins.</summary>
    public required int Line { get; init; }

    public required string Upn { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public string? PreferredName { get; init; }
    public LocalDate? DateOfBirth { get; init; }
    public string? YearGroup { get; init; }
    public string? ClassName { get; init; }
    public SenProvision? Provision { get; init; }
    public IReadOnlyList<string>? Needs { get; init; }
    public IReadOnlyList<RollCarer> Carers { get; init; } = [];

    /// <summary>What the pupil becomes: the file's word first, then what was known.</summary>
    public PupilDetails DetailsFor(Pupil? known) => new(
        Upn,
        GivenName,
        FamilyName,
        PreferredName ?? known?.PreferredName,
        DateOfBirth ?? known?.DateOfBirth,
        YearGroup ?? known?.YearGroup,
        ClassName ?? known?.ClassName,
        Provision ?? known?.Provision ?? SenProvision.None,
        Needs ?? known?.Needs ?? []);

    /// <summary>Two lines about one pupil must agree on this.</summary>
    public int DetailsHash() => HashCode.Combine(
        HashCode.Combine(Upn, GivenName, FamilyName, PreferredName),
        DateOfBirth, YearGroup, ClassName, Provision, Needs is null ? "" : string.Join(',', Needs));
}

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
