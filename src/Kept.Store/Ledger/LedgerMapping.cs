using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Ledger;

internal sealed class LedgerLinkMapping : IEntityTypeConfiguration<LedgerLink>
{
    public void Configure(EntityTypeBuilder<LedgerLink> link)
    {
        link.HasKey(l => new { l.SchoolId, l.Chain, l.Number });
        link.Property(l => l.Number).ValueGeneratedNever();
        link.Property(l => l.Kind).HasMaxLength(60);
        link.HasOne<School>().WithMany().HasForeignKey(l => l.SchoolId);
        link.HasIndex(l => new { l.SchoolId, l.At });
    }
}

internal sealed class LedgerContentMapping : IEntityTypeConfiguration<LedgerContent>
{
    public void Configure(EntityTypeBuilder<LedgerContent> content)
    {
        content.HasKey(c => new { c.SchoolId, c.Chain, c.Number });
        content.Property(c => c.Number).ValueGeneratedNever();
        content.HasOne<LedgerLink>().WithMany().HasForeignKey(c => new { c.SchoolId, c.Chain, c.Number });
    }
}

internal sealed class CheckpointMapping : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> checkpoint)
    {
        checkpoint.HasKey(c => c.Number);
        checkpoint.Property(c => c.Number).ValueGeneratedNever();
        checkpoint.HasIndex(c => c.MadeOn).IsUnique();
    }
}

internal sealed class CheckpointHeadMapping : IEntityTypeConfiguration<CheckpointHead>
{
    public void Configure(EntityTypeBuilder<CheckpointHead> head)
    {
        head.HasKey(h => new { h.SchoolId, h.Chain, h.Checkpoint });
        head.HasIndex(h => h.Checkpoint);
        head.HasOne<Checkpoint>().WithMany().HasForeignKey(h => h.Checkpoint);
    }
}
