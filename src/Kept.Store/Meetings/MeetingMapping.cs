using Kept.Domain.Families;
using Kept.Domain.Documents;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Reviews;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Meetings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meetings");
        meeting.IsRecordedAs("meeting");
        meeting.Ignore(m => m.Plan);
        meeting.Property(m => m.Place).HasMaxLength(MeetingPlan.PlaceMaxLength);
        meeting.Property(m => m.About).HasMaxLength(MeetingPlan.AboutMaxLength);
        meeting.Property(m => m.Issue).HasMaxLength(EntryContent.IssueMaxLength);
        meeting.Property(m => m.Said).HasMaxLength(EntryContent.SaidMaxLength);
        meeting.Property(m => m.Note).HasMaxLength(EntryContent.NoteMaxLength);
        meeting.Property(m => m.CalledOffWhy).HasMaxLength(Meeting.ReasonMaxLength);
        meeting.Property(m => m.Version).IsConcurrencyToken();
        meeting.Refers<Meeting, Person>(nameof(Meeting.BookedById));
        meeting.Refers<Meeting, Person>(nameof(Meeting.LeadId));
        meeting.Refers<Meeting, LogEntry>(nameof(Meeting.EntryId));
        meeting.HasIndex(m => new { m.SchoolId, m.PupilId, m.On });
        meeting.HasIndex(m => new { m.SchoolId, m.Status, m.On });
        meeting.HasIndex(m => new { m.SchoolId, m.On });

        // Of one that is over the slot is free: it may have taken place on another day, at the time of another family’s.
        meeting.HasIndex(m => new { m.SchoolId, m.SurgeryId, m.On, m.At }).IsUnique().HasFilter("surgery_id IS NOT NULL AND status IN ('planned', 'running')");
    }
}

internal sealed class AttendeeMapping : IEntityTypeConfiguration<Attendee>
{
    public void Configure(EntityTypeBuilder<Attendee> attendee)
    {
        attendee.IsPartOfAMeeting("attendees", "attendee");
        attendee.Refers<Attendee, Person>(nameof(Attendee.PersonId));
        attendee.HasIndex(a => new { a.SchoolId, a.PersonId });
    }
}

internal sealed class ContributionMapping : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.IsPartOfAMeeting("contributions", "contribution");
        contribution.AsksForTranslation();
        contribution.Property(c => c.Language).HasMaxLength(Translation.LanguageMaxLength);
        contribution.Property(c => c.How).HasMaxLength(Contribution.HowMaxLength);
        contribution.Ignore(c => c.Answers);
        contribution.Property(c => c.Asked).HasMaxLength(AskedQuestion.KeyMaxLength);
        contribution.Property(c => c.Question).HasMaxLength(SchoolQuestion.WordsMaxLength);
        contribution.Property(c => c.Words).HasMaxLength(Contribution.WordsMaxLength);
        contribution.Property(c => c.Pictures).HasMaxLength(SayPictures.KeptMaxLength);
        contribution.Refers<Contribution, Person>(nameof(Contribution.FromId));
        contribution.Refers<Contribution, Person>(nameof(Contribution.TakenById));

        // What families wrote lately is looked through before news.
        contribution.HasIndex(c => new { c.SchoolId, c.TakenAt }).HasFilter("language IS NOT NULL");
    }
}

internal sealed class ContributionFileMapping : IEntityTypeConfiguration<ContributionFile>
{
    public void Configure(EntityTypeBuilder<ContributionFile> file)
    {
        file.IsPartOfAMeeting("contribution_files", "contribution-file");
        file.Refers<ContributionFile, Contribution>(nameof(ContributionFile.ContributionId));
        file.Refers<ContributionFile, Document>(nameof(ContributionFile.DocumentId));
    }
}

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> confirmation)
    {
        confirmation.IsPartOfAMeeting("confirmations", "confirmation");
        confirmation.Property(c => c.Words).HasMaxLength(Confirmation.WordsMaxLength);
        confirmation.Refers<Confirmation, Person>(nameof(Confirmation.CarerId));
        confirmation.HasIndex(c => new { c.SchoolId, c.MeetingId, c.CarerId, c.Number }).IsUnique();
    }
}

internal sealed class InterpreterRequestMapping : IEntityTypeConfiguration<InterpreterRequest>
{
    public void Configure(EntityTypeBuilder<InterpreterRequest> request)
    {
        request.IsPartOfAMeeting("interpreters", "interpreter");
        request.Property(r => r.Language).HasMaxLength(Translation.LanguageMaxLength);
        request.Property(r => r.Who).HasMaxLength(InterpreterRequest.WhoMaxLength);
        request.Property(r => r.Instead).HasMaxLength(InterpreterRequest.InsteadMaxLength);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Refers<InterpreterRequest, Person>(nameof(InterpreterRequest.CarerId));
        request.Refers<InterpreterRequest, Person>(nameof(InterpreterRequest.AskedById));
        request.Refers<InterpreterRequest, Person>(nameof(InterpreterRequest.ChangedById));
        request.HasIndex(r => new { r.SchoolId, r.MeetingId, r.CarerId }).IsUnique();
    }
}

internal sealed class AgendaPointMapping : IEntityTypeConfiguration<AgendaPoint>
{
    public void Configure(EntityTypeBuilder<AgendaPoint> point)
    {
        point.IsPartOfAMeeting("agenda_points", "agenda-point");
        point.Property(p => p.Words).HasMaxLength(AgendaPoint.WordsMaxLength);
        point.Refers<AgendaPoint, Person>(nameof(AgendaPoint.AddedById));
    }
}

internal sealed class MeetingLineMapping : IEntityTypeConfiguration<MeetingLine>
{
    public void Configure(EntityTypeBuilder<MeetingLine> line)
    {
        line.IsPartOfAMeeting("meeting_lines", "meeting-line");
        line.Property(l => l.What).HasMaxLength(AgreedAction.WhatMaxLength);
        line.Refers<MeetingLine, Person>(nameof(MeetingLine.OwnerId));
        line.Refers<MeetingLine, Person>(nameof(MeetingLine.WrittenById));
    }
}

internal sealed class RowGoneThroughMapping : IEntityTypeConfiguration<RowGoneThrough>
{
    public void Configure(EntityTypeBuilder<RowGoneThrough> row)
    {
        row.IsPartOfAMeeting("rows_gone_through", "row-gone-through");
        row.Refers<RowGoneThrough, AgreedAction>(nameof(RowGoneThrough.ActionId));
        row.Refers<RowGoneThrough, Person>(nameof(RowGoneThrough.ById));
    }
}

internal sealed class ReviewGoneThroughMapping : IEntityTypeConfiguration<ReviewGoneThrough>
{
    public void Configure(EntityTypeBuilder<ReviewGoneThrough> review)
    {
        review.IsPartOfAMeeting("reviews_gone_through", "review-gone-through");
        review.Refers<ReviewGoneThrough, Review>(nameof(ReviewGoneThrough.ReviewId));
        review.Refers<ReviewGoneThrough, Person>(nameof(ReviewGoneThrough.ById));
    }
}

internal sealed class ReviewStepMapping : IEntityTypeConfiguration<ReviewStep>
{
    public void Configure(EntityTypeBuilder<ReviewStep> step)
    {
        step.IsPartOfAMeeting("review_steps", "review-step");
        step.Property(s => s.Note).HasMaxLength(ReviewStep.NoteMaxLength);
        step.Refers<ReviewStep, Person>(nameof(ReviewStep.ById));
    }
}

internal static class PartsOfAMeeting
{
    /// <summary>Kept in the ledger, found by its meeting and by its pupil.</summary>
    public static void IsPartOfAMeeting<T>(this EntityTypeBuilder<T> part, string table, string word)
        where T : class, IPartOfMeeting
    {
        part.ToTable(table);
        part.IsRecordedAs(word);
        part.Refers<T, Meeting>(nameof(IPartOfMeeting.MeetingId));
        part.HasIndex(nameof(IPartOfMeeting.SchoolId), nameof(IPartOfMeeting.MeetingId));
        part.HasIndex(nameof(IPartOfMeeting.SchoolId), nameof(IPartOfMeeting.PupilId));
    }
}
