using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Packs;

/// <summary>A queue and no part of the record: that a pack was asked for, and taken, is an event of the ledger.</summary>
internal sealed class PackMapping : IEntityTypeConfiguration<Pack>
{
    public void Configure(EntityTypeBuilder<Pack> pack)
    {
        pack.IsKeptBySchool();
        pack.Ignore(p => p.Wish);
        pack.Property(p => p.Step).HasMaxLength(Pack.StepMaxLength);
        pack.Property(p => p.Language).HasMaxLength(Translation.LanguageMaxLength);
        pack.Refers<Pack, Person>(nameof(Pack.ById));
        pack.HasIndex(p => new { p.SchoolId, p.ById, p.PupilId, p.AskedAt });

        // The makers look over all schools for what waits.
        pack.HasIndex(p => new { p.State, p.AskedAt });
    }
}
