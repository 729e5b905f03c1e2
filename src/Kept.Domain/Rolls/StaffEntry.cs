using Kept.Domain.Access;

namespace Kept.Domain.Rolls;

/// <summary>What a list of staff says of one of them. Null is what it does not say.</summary>
public sealed record StaffEntry
{
    public required int Line { get; init; }
    public string? ExternalId { get; init; }
    public string? Title { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public string? Initials { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<RoleWanted> Roles { get; init; } = [];

    public string NameKey => Text.Key($"{FamilyName} {GivenName}");
}
