using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Translating;

/// <summary>A person's word, and so part of the record. The next school has translators of its own.</summary>
internal sealed class TranslationMapping : IEntityTypeConfiguration<Translation>
{
    public void Configure(EntityTypeBuilder<Translation> translation)
    {
        translation.ToTable("translations");
        translation.IsRecordedAs("translation").StaysAtTheSchool();
        translation.Property(t => t.Fingerprint).HasMaxLength(Translation.FingerprintLength);
        translation.Property(t => t.From).HasMaxLength(Translation.LanguageMaxLength);
        translation.Property(t => t.To).HasMaxLength(Translation.LanguageMaxLength);
        translation.Property(t => t.Words).HasMaxLength(Translation.WordsMaxLength);
        translation.Refers<Translation, Person>(nameof(Translation.ById));
        translation.HasIndex(t => new { t.SchoolId, t.TextId, t.To, t.At });
    }
}

/// <summary>Derived: no part of the record, and in no ledger.</summary>
internal sealed class MachineTranslationMapping : IEntityTypeConfiguration<MachineTranslation>
{
    public void Configure(EntityTypeBuilder<MachineTranslation> translation)
    {
        translation.ToTable("machine_translations");
        translation.IsKeptBySchool();
        translation.Property(t => t.Fingerprint).HasMaxLength(Translation.FingerprintLength);
        translation.Property(t => t.From).HasMaxLength(Translation.LanguageMaxLength);
        translation.Property(t => t.To).HasMaxLength(Translation.LanguageMaxLength);
        translation.Property(t => t.Words).HasMaxLength(Translation.WordsMaxLength);
        translation.Property(t => t.Engine).HasMaxLength(MachineTranslation.EngineMaxLength);
        translation.HasIndex(t => new { t.SchoolId, t.TextId, t.Kind, t.To, t.Fingerprint }).IsUnique();
    }
}

internal sealed class TranslationRoundMapping : IEntityTypeConfiguration<TranslationRound>
{
    public void Configure(EntityTypeBuilder<TranslationRound> round)
    {
        round.ToTable("translation_rounds");
        round.HasKey(r => new { r.SchoolId, r.PupilId });
        round.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId);
        round.HasOne<Pupil>().WithMany().HasForeignKey(r => new { r.SchoolId, r.PupilId });

        // The translators look over all schools for what waits.
        round.HasIndex(r => new { r.NotBefore, r.WantedAt });
    }
}
