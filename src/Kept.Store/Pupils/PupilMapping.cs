using Kept.Domain.Pupils;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Pupils;

internal sealed class PupilMapping : IEntityTypeConfiguration<Pupil>
{
    public void Configure(EntityTypeBuilder<Pupil> pupil)
    {
        pupil.IsRecordedAs("pupil");
        pupil.Property(p => p.Upn).HasMaxLength(Upn.Length);
        pupil.Property(p => p.GivenName).HasMaxLength(Pupil.NameMaxLength);
        pupil.Property(p => p.FamilyName).HasMaxLength(Pupil.NameMaxLength);
        pupil.Property(p => p.PreferredName).HasMaxLength(Pupil.NameMaxLength);
        pupil.Property(p => p.YearGroup).HasMaxLength(2);
        pupil.Property(p => p.ClassName).HasMaxLength(Pupil.ClassMaxLength);
        pupil.Property(p => p.Needs).HasMaxLength(80);
        pupil.Property(p => p.NameKey).HasMaxLength(250);
        pupil.HasIndex(p => new { p.SchoolId, p.Upn }).IsUnique();
        pupil.HasIndex(p => new { p.SchoolId, p.NameKey });
        pupil.HasIndex(p => new { p.SchoolId, p.ClassName });
    }
}
