using Kept.Domain.Schools;

namespace Kept.Domain;

/// <summary>A row of one school. No other school ever sees it (rule 8).</summary>
public interface IBelongsToSchool
{
    Id<School> SchoolId { get; }
}
