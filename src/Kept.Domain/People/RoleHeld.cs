using Kept.Domain.Schools;

namespace Kept.Domain.People;

/// <summary>A role that a member of staff holds; for a class role, the class.</summary>
public sealed class RoleHeld : IBelongsToSchool
{
    public required Id<RoleHeld> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required StaffRole Role { get; init; }

    /// <summary>"5E" for a class teacher, form tutor or teaching assistant; null where the role is for the whole school.</summary>
    public string? ClassName { get; init; }
}
