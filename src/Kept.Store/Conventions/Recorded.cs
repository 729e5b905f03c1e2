using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Conventions;

/// <summary>How a mapping says that every change of its rows goes to the ledger, and under which stored word.</summary>
internal static class Recorded
{
    public const string Annotation = "Kept:Recorded";

    private const string Stays = "Kept:Stays";

    /// <summary>Keyed by school and id, filtered by school, tied to its pupil in the same school, and kept in the ledger.</summary>
    public static EntityTypeBuilder<T> IsRecordedAs<T>(this EntityTypeBuilder<T> noun, string word)
        where T : class, IBelongsToSchool
    {
        noun.HasAnnotation(Annotation, word);
        noun.IsKeptBySchool();
        return noun;
    }

    /// <summary>What is the school's own business does not travel with a pupil's record to another school.</summary>
    public static EntityTypeBuilder<T> StaysAtTheSchool<T>(this EntityTypeBuilder<T> noun)
        where T : class
    {
        noun.HasAnnotation(Stays, true);
        return noun;
    }

    public static EntityTypeBuilder<T> IsKeptBySchool<T>(this EntityTypeBuilder<T> noun)
        where T : class, IBelongsToSchool
    {
        noun.HasKey("SchoolId", "Id");
        noun.HasOne<School>().WithMany().HasForeignKey("SchoolId");
        if (typeof(IAboutPupil).IsAssignableFrom(typeof(T)) && typeof(T) != typeof(Pupil))
        {
            noun.HasOne<Pupil>().WithMany().HasForeignKey("SchoolId", "PupilId");
        }

        return noun;
    }

    /// <summary>A reference that cannot leave the school, even by raw SQL.</summary>
    public static EntityTypeBuilder<T> Refers<T, TOther>(this EntityTypeBuilder<T> noun, string property)
        where T : class
        where TOther : class
    {
        noun.HasOne<TOther>().WithMany().HasForeignKey("SchoolId", property);
        return noun;
    }

    public static bool StaysAtTheSchool(this IReadOnlyEntityType entity) => entity.FindAnnotation(Stays) is not null;

    public static string? RecordedAs(this IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation)?.Value as string;
}
