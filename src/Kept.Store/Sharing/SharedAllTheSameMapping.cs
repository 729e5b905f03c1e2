using Kept.Domain.People;
using Kept.Domain.Sharing;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Sharing;

/// <summary>It stays at the school: it names one parent beside what another wrote.</summary>
internal sealed class SharedAllTheSameMapping : IEntityTypeConfiguration<SharedAllTheSame>
{
    public void Configure(EntityTypeBuilder<SharedAllTheSame> shared)
    {
        shared.ToTable("shared_all_the_same");
        shared.IsRecordedAs("shared-all-the-same").StaysAtTheSchool();
        shared.Property(s => s.Found).HasMaxLength(SharedAllTheSame.FoundMaxLength);
        shared.Property(s => s.Because).HasMaxLength(SharedAllTheSame.BecauseMaxLength);
        shared.Refers<SharedAllTheSame, Person>(nameof(SharedAllTheSame.ById));
        shared.HasIndex(s => new { s.SchoolId, s.PupilId, s.At });
    }
}
