using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>Somebody of the small world.</summary>
/// <param name="AccountId">What they sign in with; empty for those who have no account.</param>
public sealed record TestPerson(
    Id<School> SchoolId, Id<Person> Id, Guid AccountId, PersonKind Kind, string Name, string Email, IReadOnlyList<StaffRole> Roles, string? ClassName)
{
    public Owner AsOwner => new(Id, Kind, Name, LeftOn: null, Roles);

    public StaffViewer AsViewer => new(SchoolId, Id, Name, Roles, ClassName is null ? [] : [ClassName]);
}

/// <summary>A child of the small world.</summary>
public sealed record TestPupil(Id<School> SchoolId, Id<Pupil> Id, string Upn, string Name, string GivenName, string FamilyName, LocalDate Born);

/// <summary>A school of the small world.</summary>
public sealed record TestSchool(Id<School> Id, string Slug, string Name);
