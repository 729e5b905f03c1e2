using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Search;

/// <summary>Hits are of no table; each database finds them in its own way.</summary>
internal sealed class HitMapping : IEntityTypeConfiguration<PupilHit>, IEntityTypeConfiguration<EntryHit>, IEntityTypeConfiguration<ActionHit>, IEntityTypeConfiguration<DocumentHit>,
    IEntityTypeConfiguration<PlanViewHit>
{
    public void Configure(EntityTypeBuilder<PupilHit> builder)
    {
        OfNoTable(builder);
        builder.Property(h => h.Id).HasColumnName("id");
        builder.Property(h => h.Place).HasColumnName("place");
    }

    public void Configure(EntityTypeBuilder<EntryHit> builder)
    {
        OfNoTable(builder);
        builder.Property(h => h.Id).HasColumnName("id");
        builder.Property(h => h.Place).HasColumnName("place");
    }

    public void Configure(EntityTypeBuilder<ActionHit> builder)
    {
        OfNoTable(builder);
        builder.Property(h => h.Id).HasColumnName("id");
        builder.Property(h => h.Place).HasColumnName("place");
    }

    public void Configure(EntityTypeBuilder<DocumentHit> builder)
    {
        OfNoTable(builder);
        builder.Property(h => h.Id).HasColumnName("id");
        builder.Property(h => h.Place).HasColumnName("place");
    }

    public void Configure(EntityTypeBuilder<PlanViewHit> builder)
    {
        OfNoTable(builder);
        builder.Property(h => h.Id).HasColumnName("id");
        builder.Property(h => h.Place).HasColumnName("place");
    }

    private static void OfNoTable<T>(EntityTypeBuilder<T> hit)
        where T : class => hit.HasNoKey().ToView(null);
}
