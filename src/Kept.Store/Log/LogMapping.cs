using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Log;

internal sealed class LogEntryMapping : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.IsRecordedAs("log-entry");
        entry.AsksForTranslation();
        entry.Ignore(e => e.Content);
        entry.Property(e => e.SpokeWith).HasMaxLength(EntryContent.SpokeWithMaxLength);
        entry.Property(e => e.Issue).HasMaxLength(EntryContent.IssueMaxLength);
        entry.Property(e => e.Said).HasMaxLength(EntryContent.SaidMaxLength);
        entry.Property(e => e.Note).HasMaxLength(EntryContent.NoteMaxLength);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Refers<LogEntry, Person>(nameof(LogEntry.LoggedById));
        entry.Refers<LogEntry, Person>(nameof(LogEntry.SpokeWithId));
        entry.HasIndex(e => new { e.SchoolId, e.PupilId, e.HappenedOn });
        entry.HasIndex(e => new { e.SchoolId, e.ReviewOn });
        entry.HasIndex(e => new { e.SchoolId, e.HappenedOn });
    }
}

internal sealed class EntryVersionMapping : IEntityTypeConfiguration<EntryVersion>
{
    public void Configure(EntityTypeBuilder<EntryVersion> version)
    {
        version.IsRecordedAs("entry-version");
        version.Property(v => v.SpokeWith).HasMaxLength(EntryContent.SpokeWithMaxLength);
        version.Property(v => v.Issue).HasMaxLength(EntryContent.IssueMaxLength);
        version.Property(v => v.Said).HasMaxLength(EntryContent.SaidMaxLength);
        version.Property(v => v.Note).HasMaxLength(EntryContent.NoteMaxLength);
        version.Property(v => v.Reason).HasMaxLength(EntryVersion.ReasonMaxLength);
        version.Refers<EntryVersion, LogEntry>(nameof(EntryVersion.EntryId));
        version.Refers<EntryVersion, Person>(nameof(EntryVersion.ReplacedById));
        version.HasIndex(v => new { v.SchoolId, v.EntryId, v.Number }).IsUnique();
        version.HasIndex(v => new { v.SchoolId, v.PupilId, v.ReplacedAt });
    }
}

internal sealed class EnquiryMapping : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> enquiry)
    {
        enquiry.IsRecordedAs("enquiry");
        enquiry.AsksForTranslation();
        enquiry.Property(e => e.Answer).HasMaxLength(Enquiry.AnswerMaxLength);
        enquiry.Property(e => e.Version).IsConcurrencyToken();
        enquiry.Refers<Enquiry, LogEntry>(nameof(Enquiry.EntryId));
        enquiry.HasIndex(e => new { e.SchoolId, e.ArrivedOn, e.Id }).HasFilter("answered_at IS NULL");
        enquiry.HasIndex(e => new { e.SchoolId, e.EntryId });
        enquiry.HasIndex(e => new { e.SchoolId, e.PupilId });
    }
}
