using Kept.Domain.People;
using Kept.Domain.Schools;

namespace Kept.Domain.Access;

/// <summary>Who is looking. What is not granted here is not there.</summary>
public abstract record Viewer(Id<School> SchoolId, Id<Person> PersonId);

/// <summary>A member of staff, with what the roles they hold let them see.</summary>
/// <param name="Classes">The classes they hold a class role for.</param>
public sealed record StaffViewer(
    Id<School> SchoolId, Id<Person> PersonId, string Name, IReadOnlyList<StaffRole> Roles, IReadOnlyList<string> Classes)
    : Viewer(SchoolId, PersonId)
{
    public Sight Sight { get; private init; } = Sight.Of(Roles);

    public bool MaySee(Visibility visibility) => Sight.MaySee.Contains(visibility);

    /// <summary>The same person with some of what they may see hidden: what goes to somebody else is read through this.</summary>
    public StaffViewer HeldTo(IReadOnlySet<Visibility> some) => this with { Sight = Sight.HeldTo(some) };
}

/// <summary>The command line and the jobs, run by whoever runs the machine. Sees the whole of one school.</summary>
public sealed record OperatorViewer(Id<School> SchoolId) : Viewer(SchoolId, new Id<Person>(Guid.Empty));
