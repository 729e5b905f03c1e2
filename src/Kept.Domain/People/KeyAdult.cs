using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.People;

/// <summary>A member of staff who works with a pupil beyond the class roles, and so may see what such staff may see.</summary>
public sealed class KeyAdult : IAboutPupil
{
    public required Id<KeyAdult> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required LocalDate Since { get; init; }
}
