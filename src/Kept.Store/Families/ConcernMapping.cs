using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Families;

internal sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> concern)
    {
        concern.IsRecordedAs("concern");
        concern.AsksForTranslation();
        concern.Property(c => c.Language).HasMaxLength(Translation.LanguageMaxLength);
        concern.Property(c => c.Words).HasMaxLength(Concern.WordsMaxLength);
        concern.Refers<Concern, AgreedAction>(nameof(Concern.ActionId));
        concern.Refers<Concern, LogEntry>(nameof(Concern.EntryId));
        concern.Refers<Concern, Meeting>(nameof(Concern.MeetingId));
        concern.Refers<Concern, Person>(nameof(Concern.CarerId));
        concern.HasIndex(c => new { c.SchoolId, c.PupilId, c.CarerId, c.At });
        concern.HasIndex(c => new { c.SchoolId, c.EntryId }).IsUnique();
        concern.HasIndex(c => new { c.SchoolId, c.ActionId });

        // What families wrote lately is looked through before news.
        concern.HasIndex(c => new { c.SchoolId, c.At }).HasFilter("words IS NOT NULL");
    }
}
