using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Translating;

/// <summary>How a mapping says that its rows hold words for a family to read, or to be read by staff; and what asks for their translation.</summary>
internal static class WantedTranslations
{
    private const string Annotation = "Kept:HoldsWords";

    /// <summary>Each change of such a row asks that its child’s texts be looked through for what is not translated.</summary>
    public static EntityTypeBuilder<T> AsksForTranslation<T>(this EntityTypeBuilder<T> noun)
        where T : class, IAboutPupil
    {
        noun.HasAnnotation(Annotation, true);
        return noun;
    }

    /// <summary>A tie asks where its carer may read another language than English: an import of thousands that do not asks for nothing.</summary>
    public static bool AreAskedForBy(EntityEntry row) =>
        row.State is not EntityState.Deleted && row.Metadata.FindAnnotation(Annotation) is not null && row.Entity is not Relationship { Language: WrittenText.English };

    /// <summary>In the transaction that is open, where one is: what is kept is asked for, and nothing else.</summary>
    public static async Task WantTranslationsAsync(this KeptDb db, Id<School> school, IEnumerable<Id<Pupil>> pupils, Instant at, CancellationToken cancel)
    {
        var now = at.ToDateTimeUtc();
        foreach (var pupil in pupils)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO translation_rounds (school_id, pupil_id, wanted, wanted_at, tries, not_before) VALUES ({school.Value}, {pupil.Value}, 1, {now}, 0, {now})
                ON CONFLICT (school_id, pupil_id) DO UPDATE SET wanted = translation_rounds.wanted + 1
                """,
                cancel);
        }
    }
}
