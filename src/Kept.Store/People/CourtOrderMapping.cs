using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.People;

internal sealed class CourtOrderMapping : IEntityTypeConfiguration<CourtOrder>
{
    public void Configure(EntityTypeBuilder<CourtOrder> order)
    {
        order.IsRecordedAs("court-order");
        order.Property(o => o.Reference).HasMaxLength(Relationship.CourtOrderMaxLength);
        order.Property(o => o.Says).HasMaxLength(Relationship.ReasonMaxLength);
        order.Property(o => o.EndedBecause).HasMaxLength(Relationship.ReasonMaxLength);
        order.Refers<CourtOrder, Person>(nameof(CourtOrder.CarerId));
        order.Refers<CourtOrder, Person>(nameof(CourtOrder.SeenById));
        order.Refers<CourtOrder, Person>(nameof(CourtOrder.RecordedById));
        order.HasIndex(o => new { o.SchoolId, o.PupilId, o.CarerId });
    }
}
