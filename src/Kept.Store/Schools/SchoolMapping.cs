using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Schools;

internal sealed class TrustMapping : IEntityTypeConfiguration<Trust>
{
    public void Configure(EntityTypeBuilder<Trust> trust)
    {
        trust.HasKey(t => t.Id);
        trust.Property(t => t.Name).HasMaxLength(School.NameMaxLength);
    }
}

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> school)
    {
        school.HasAnnotation(Recorded.Annotation, "school");
        school.HasKey(s => s.Id);
        school.HasOne<Trust>().WithMany().HasForeignKey(s => s.TrustId);
        school.Property(s => s.Slug).HasMaxLength(40);
        school.Property(s => s.Name).HasMaxLength(School.NameMaxLength);
        // Two who change the calendar at once would both raise it to the same version, and a node would keep the one it saw first.
        school.Property(s => s.CalendarVersion).IsConcurrencyToken();
        school.Property(s => s.QuestionsVersion).IsConcurrencyToken();
        school.HasIndex(s => s.Slug).IsUnique();
        school.HasIndex(s => s.TrustId);
    }
}

internal sealed class CalendarEntryMapping : IEntityTypeConfiguration<CalendarEntry>
{
    public void Configure(EntityTypeBuilder<CalendarEntry> entry)
    {
        entry.IsRecordedAs("calendar-entry");
        entry.Property(e => e.Title).HasMaxLength(CalendarEntry.TitleMaxLength);
        entry.HasIndex(e => new { e.SchoolId, e.From });
    }
}
