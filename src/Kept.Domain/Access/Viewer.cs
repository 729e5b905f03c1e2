using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.Access;

/// <summary>Who is looking. What is not granted here is not there.</summary>
public abstract record Viewer(Id<School> SchoolId, Id<Person> PersonId);

/// <summary>Somebody who reads the record itself, as far as their sight goes.</summary>
public abstract record SightedViewer(Id<School> SchoolId, Id<Person> PersonId) : Viewer(SchoolId, PersonId)
{
    public abstract Sight Sight { get; }

    public bool MaySee(Visibility visibility) => Sight.MaySee.Contains(visibility);
}

/// <summary>A member of staff, with what the roles they hold let them see.</summary>
/// <param name="Classes">The classes they hold a class role for.</param>
public sealed record StaffViewer(
    Id<School> SchoolId, Id<Person> PersonId, string Name, IReadOnlyList<StaffRole> Roles, IReadOnlyList<string> Classes)
    : SightedViewer(SchoolId, PersonId)
{
    private Sight sight = Sight.Of(Roles);

    public override Sight Sight => sight;

    /// <summary>The same person with some of what they may see hidden: what goes to somebody else is read through this.</summary>
    public StaffViewer HeldTo(IReadOnlySet<Visibility> some) => this with { sight = sight.HeldTo(some) };
}

/// <summary>
/// A carer. To the record itself a carer is nobody: what they read and write goes through what is made for families, one child at a time.
/// </summary>
public sealed record CarerViewer(Id<School> SchoolId, Id<Person> PersonId, string Name) : Viewer(SchoolId, PersonId);

/// <summary>A carer’s eyes upon one child: what is shared with the family of this child, and no other child at all.</summary>
public sealed record FamilyViewer(Id<School> SchoolId, Id<Person> PersonId, Id<Pupil> Child) : SightedViewer(SchoolId, PersonId)
{
    public override Sight Sight => Sight.OfAFamily;
}

/// <summary>The command line and the jobs, run by whoever runs the machine. Sees the whole of one school.</summary>
public sealed record OperatorViewer(Id<School> SchoolId) : Viewer(SchoolId, new Id<Person>(Guid.Empty));
