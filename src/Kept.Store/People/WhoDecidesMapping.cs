using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.People;

internal sealed class WhoDecidesMapping : IEntityTypeConfiguration<WhoDecides>
{
    public void Configure(EntityTypeBuilder<WhoDecides> decision)
    {
        decision.IsRecordedAs("who-decides");
        decision.Property(d => d.Evidence).HasMaxLength(WhoDecides.EvidenceMaxLength);
        decision.Refers<WhoDecides, Person>(nameof(WhoDecides.RepresentativeId));
        decision.Refers<WhoDecides, Person>(nameof(WhoDecides.ById));
        decision.HasIndex(d => new { d.SchoolId, d.PupilId, d.At });
    }
}
