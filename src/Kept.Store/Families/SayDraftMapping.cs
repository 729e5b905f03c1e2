using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Families;

internal sealed class SayDraftMapping : IEntityTypeConfiguration<SayDraft>
{
    public void Configure(EntityTypeBuilder<SayDraft> draft)
    {
        draft.ToTable("say_drafts");
        draft.IsKeptBySchool();
        draft.Ignore(d => d.Say);
        foreach (var answer in (string[])[nameof(SayDraft.Well), nameof(SayDraft.Worries), nameof(SayDraft.Want), nameof(SayDraft.Child)])
        {
            draft.Property<string?>(answer).HasMaxLength(Contribution.WordsMaxLength);
        }

        draft.Property(d => d.PicturesAsked).HasMaxLength(AskedQuestion.KeyMaxLength);
        draft.Property(d => d.Pictures).HasMaxLength(SayPictures.KeptMaxLength);
        draft.Refers<SayDraft, Meeting>(nameof(SayDraft.MeetingId));
        draft.Refers<SayDraft, Person>(nameof(SayDraft.CarerId));
        draft.HasIndex(d => new { d.SchoolId, d.CarerId, d.MeetingId }).IsUnique();
    }
}

internal sealed class SayDraftRecordingMapping : IEntityTypeConfiguration<SayDraftRecording>
{
    public void Configure(EntityTypeBuilder<SayDraftRecording> recording)
    {
        recording.ToTable("say_draft_recordings");
        recording.IsKeptBySchool();
        recording.Ignore(r => r.File);
        recording.Property(r => r.Asked).HasMaxLength(AskedQuestion.KeyMaxLength);
        recording.Property(r => r.FileName).HasMaxLength(ReceivedFile.NameMaxLength);
        recording.Property(r => r.Sha256).HasMaxLength(DocumentVersion.Sha256Length);
        recording.Refers<SayDraftRecording, Meeting>(nameof(SayDraftRecording.MeetingId));
        recording.Refers<SayDraftRecording, Person>(nameof(SayDraftRecording.CarerId));
        recording.HasIndex(r => new { r.SchoolId, r.CarerId, r.MeetingId, r.Asked }).IsUnique();
    }
}
