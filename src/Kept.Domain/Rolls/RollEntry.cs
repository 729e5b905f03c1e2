using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Domain.Rolls;

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
