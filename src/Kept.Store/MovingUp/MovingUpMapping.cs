using Kept.Domain.Handovers;
using Kept.Domain.MovingUp;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.MovingUp;

internal sealed class YearMoveMapping : IEntityTypeConfiguration<YearMove>
{
    public void Configure(EntityTypeBuilder<YearMove> move)
    {
        move.ToTable("year_moves");
        move.IsRecordedAs("year-move");
        move.Ignore(m => m.Year);
        move.Property(m => m.TopYear).HasMaxLength(MovingUpSizes.Year);
        move.Property(m => m.Version).IsConcurrencyToken();
        move.Refers<YearMove, Person>(nameof(YearMove.PlannedById));
        move.Refers<YearMove, Person>(nameof(YearMove.StartedById));
        move.HasIndex(m => new { m.SchoolId, m.Into }).IsUnique();
    }
}

internal sealed class ClassMoveMapping : IEntityTypeConfiguration<ClassMove>
{
    public void Configure(EntityTypeBuilder<ClassMove> line)
    {
        line.ToTable("class_moves");
        line.IsRecordedAs("class-move");
        line.Property(l => l.From).HasMaxLength(Pupil.ClassMaxLength);
        line.Property(l => l.To).HasMaxLength(Pupil.ClassMaxLength);
        line.Refers<ClassMove, YearMove>(nameof(ClassMove.YearMoveId));
        line.Refers<ClassMove, Person>(nameof(ClassMove.TeacherId));
        line.HasIndex(l => new { l.SchoolId, l.YearMoveId, l.From }).IsUnique();
    }
}

internal sealed class PupilMoveMapping : IEntityTypeConfiguration<PupilMove>
{
    public void Configure(EntityTypeBuilder<PupilMove> row)
    {
        row.ToTable("pupil_moves");
        row.IsRecordedAs("pupil-move").StaysAtTheSchool();
        row.Property(r => r.FromYear).HasMaxLength(MovingUpSizes.Year);
        row.Property(r => r.ToYear).HasMaxLength(MovingUpSizes.Year);
        row.Property(r => r.FromClass).HasMaxLength(Pupil.ClassMaxLength);
        row.Property(r => r.ToClass).HasMaxLength(Pupil.ClassMaxLength);
        row.Property(r => r.Trouble).HasMaxLength(PupilMove.TroubleMaxLength);
        row.Refers<PupilMove, YearMove>(nameof(PupilMove.YearMoveId));
        row.Refers<PupilMove, Person>(nameof(PupilMove.ById));
        row.Refers<PupilMove, Handover>(nameof(PupilMove.HandoverId));
        // Whatever two nodes do at once, a pupil moves once.
        row.HasIndex(r => new { r.SchoolId, r.YearMoveId, r.PupilId }).IsUnique();
        row.HasIndex(r => new { r.SchoolId, r.PupilId });
    }
}

internal static class MovingUpSizes
{
    public const int Year = 10;
}
