using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Meetings;

internal sealed class SurgeryMapping : IEntityTypeConfiguration<Surgery>
{
    public void Configure(EntityTypeBuilder<Surgery> surgery)
    {
        surgery.ToTable("surgeries");
        surgery.IsRecordedAs("surgery");
        surgery.Property(s => s.Place).HasMaxLength(MeetingPlan.PlaceMaxLength);
        surgery.Property(s => s.DaysOff).HasMaxLength(Surgery.DaysOffMaxLength);
        surgery.Property(s => s.Version).IsConcurrencyToken();
        surgery.Refers<Surgery, Person>(nameof(Surgery.LeadId));
        surgery.Refers<Surgery, Person>(nameof(Surgery.OfferedById));
        surgery.HasIndex(s => new { s.SchoolId, s.LastOn });
    }
}
