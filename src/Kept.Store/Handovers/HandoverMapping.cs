using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Handovers;

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.IsRecordedAs("handover").StaysAtTheSchool();
        handover.Property(h => h.Why).HasMaxLength(Handover.WhyMaxLength);
        handover.Property(h => h.WithdrawnBecause).HasMaxLength(Handover.WhyMaxLength);
        handover.Property(h => h.Version).IsConcurrencyToken();
        handover.Refers<Handover, Person>(nameof(Handover.FromId));
        handover.Refers<Handover, Person>(nameof(Handover.ToId));
        handover.HasIndex(h => new { h.SchoolId, h.PupilId });
        handover.HasIndex(h => new { h.SchoolId, h.FromId, h.GivenAt });
        handover.HasIndex(h => new { h.SchoolId, h.ToId, h.ClosedAt });
        handover.HasIndex(h => new { h.SchoolId, h.ClosedAt, h.GivenAt });
    }
}

internal sealed class HandoverLineMapping : IEntityTypeConfiguration<HandoverLine>
{
    public void Configure(EntityTypeBuilder<HandoverLine> line)
    {
        line.IsRecordedAs("handover-line").StaysAtTheSchool();
        line.Property(l => l.Words).HasMaxLength(HandoverLine.WordsMaxLength);
        line.Property(l => l.Asked).HasMaxLength(HandoverLine.AskedMaxLength);
        line.Property(l => l.Answer).HasMaxLength(HandoverLine.AskedMaxLength);
        line.Property(l => l.Version).IsConcurrencyToken();
        line.Refers<HandoverLine, Handover>(nameof(HandoverLine.HandoverId));
        line.Refers<HandoverLine, AgreedAction>(nameof(HandoverLine.ActionId));
        line.Refers<HandoverLine, Enquiry>(nameof(HandoverLine.EnquiryId));
        line.Refers<HandoverLine, Person>(nameof(HandoverLine.ProposedOwnerId));
        line.Refers<HandoverLine, Person>(nameof(HandoverLine.AnsweredById));
        line.HasIndex(l => new { l.SchoolId, l.HandoverId, l.Number }).IsUnique();
        line.HasIndex(l => new { l.SchoolId, l.PupilId });
    }
}
