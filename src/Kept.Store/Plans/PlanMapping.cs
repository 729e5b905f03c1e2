using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Plans;

internal sealed class SupportPlanMapping : IEntityTypeConfiguration<SupportPlan>
{
    public void Configure(EntityTypeBuilder<SupportPlan> plan)
    {
        plan.ToTable("plans");
        plan.IsRecordedAs("plan");
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.Refers<SupportPlan, Person>(nameof(SupportPlan.StartedById));
        plan.Refers<SupportPlan, Person>(nameof(SupportPlan.LeadId));
        plan.HasIndex(p => new { p.SchoolId, p.PupilId, p.Kind }).IsUnique();
        plan.HasIndex(p => new { p.SchoolId, p.ReviewOn });
    }
}

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> version)
    {
        version.IsRecordedAs("plan-version");
        version.AsksForTranslation();
        version.Property(v => v.Content).HasConversion(new PlanJsonConverter<PlanContent>(), new WrittenOnceComparer<PlanContent>());
        version.Property(v => v.KeyOutcome).HasMaxLength(PlanContent.LineMaxLength);
        version.Property(v => v.Reason).HasMaxLength(PlanVersion.ReasonMaxLength);
        version.Refers<PlanVersion, SupportPlan>(nameof(PlanVersion.PlanId));
        version.Refers<PlanVersion, Person>(nameof(PlanVersion.PublishedById));
        version.HasIndex(v => new { v.SchoolId, v.PlanId, v.Number }).IsUnique();
        version.HasIndex(v => new { v.SchoolId, v.PupilId, v.From });
        version.HasIndex(v => new { v.SchoolId, v.CauseId });
    }
}

internal sealed class PlanReviewMapping : IEntityTypeConfiguration<PlanReview>
{
    public void Configure(EntityTypeBuilder<PlanReview> review)
    {
        review.IsRecordedAs("plan-review");
        review.Property(r => r.Findings).HasConversion(new PlanJsonConverter<PlanFindings>(), new WrittenOnceComparer<PlanFindings>());
        review.Refers<PlanReview, SupportPlan>(nameof(PlanReview.PlanId));
        review.Refers<PlanReview, Person>(nameof(PlanReview.ById));
        review.HasIndex(r => new { r.SchoolId, r.PlanId, r.HeldOn });
        review.HasIndex(r => new { r.SchoolId, r.PupilId });
    }
}

internal sealed class PlanViewMapping : IEntityTypeConfiguration<PlanView>
{
    public void Configure(EntityTypeBuilder<PlanView> view)
    {
        view.IsRecordedAs("plan-view");
        view.AsksForTranslation();
        view.Property(v => v.Part).HasMaxLength(PlanView.PartMaxLength);
        view.Property(v => v.Words).HasMaxLength(PlanView.WordsMaxLength);
        view.Property(v => v.Language).HasMaxLength(Translation.LanguageMaxLength);
        view.Property(v => v.Answer).HasMaxLength(PlanView.AnswerMaxLength);
        view.Property(v => v.Version).IsConcurrencyToken();
        view.Refers<PlanView, SupportPlan>(nameof(PlanView.PlanId));
        view.Refers<PlanView, Person>(nameof(PlanView.CarerId));
        view.Refers<PlanView, Person>(nameof(PlanView.AnsweredById));
        view.HasIndex(v => new { v.SchoolId, v.PlanId, v.CarerId, v.Part, v.Turn }).IsUnique();
        view.HasIndex(v => new { v.SchoolId, v.PupilId, v.At });

        // What families wrote lately is looked through before news.
        view.HasIndex(v => new { v.SchoolId, v.At }).HasFilter("words IS NOT NULL");

        // Few wait at any time: so Today finds them among all that was ever said.
        view.HasIndex(v => new { v.SchoolId, v.SaidOn }).HasFilter("answered_at IS NULL AND replaced_at IS NULL AND words IS NOT NULL");
    }
}

internal sealed class PlanDraftMapping : IEntityTypeConfiguration<PlanDraft>
{
    public void Configure(EntityTypeBuilder<PlanDraft> draft)
    {
        draft.IsKeptBySchool();
        draft.Property(d => d.Content).HasMaxLength(PlanDraft.ContentMaxLength);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.Refers<PlanDraft, SupportPlan>(nameof(PlanDraft.PlanId));
        draft.Refers<PlanDraft, Person>(nameof(PlanDraft.SavedById));
        draft.HasIndex(d => new { d.SchoolId, d.PlanId }).IsUnique();
        draft.HasIndex(d => new { d.SchoolId, d.PupilId });
    }
}
