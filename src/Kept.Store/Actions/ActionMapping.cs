using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Actions;

internal sealed class ActionMapping : IEntityTypeConfiguration<AgreedAction>
{
    public void Configure(EntityTypeBuilder<AgreedAction> action)
    {
        action.ToTable("actions");
        action.IsRecordedAs("action");
        action.AsksForTranslation();
        action.Property(a => a.What).HasMaxLength(AgreedAction.WhatMaxLength);
        action.Property(a => a.Source).HasMaxLength(120);
        action.Property(a => a.Evidence).HasMaxLength(AgreedAction.ReasonMaxLength);
        action.Property(a => a.WhatChanged).HasMaxLength(AgreedAction.ReasonMaxLength);
        action.Property(a => a.Version).IsConcurrencyToken();
        action.Refers<AgreedAction, LogEntry>(nameof(AgreedAction.EntryId));
        action.Refers<AgreedAction, Person>(nameof(AgreedAction.OwnerId));
        action.HasIndex(a => new { a.SchoolId, a.PupilId, a.Status });

        // The whole order of the chronology: with less of it SQLite answers every question of a row for all of a pupil's actions, to show fifty.
        action.HasIndex(a => new { a.SchoolId, a.PupilId, a.AgreedOn, a.CreatedAt, a.Id });

        // With who may see each: how many are open, and which of them have been quiet for long, is read from here alone.
        action.HasIndex(a => new { a.SchoolId, a.Status, a.DueOn, a.Visibility });
        action.HasIndex(a => new { a.SchoolId, a.Status, a.TouchedAt, a.DueOn, a.Visibility });
        action.HasIndex(a => new { a.SchoolId, a.OwnerId, a.Status, a.DueOn });
        action.HasIndex(a => new { a.SchoolId, a.EntryId });
        action.HasIndex(a => new { a.SchoolId, a.DueOn });

        // The few of which a family says "not yet".
        action.HasIndex(a => new { a.SchoolId, a.FamilySays, a.TouchedAt }).HasFilter("family_says IS NOT NULL");
    }
}

internal sealed class CarerAnswerMapping : IEntityTypeConfiguration<CarerAnswer>
{
    public void Configure(EntityTypeBuilder<CarerAnswer> answer)
    {
        answer.ToTable("carer_answers");
        answer.IsRecordedAs("carer-answer");
        answer.AsksForTranslation();
        answer.Property(a => a.Language).HasMaxLength(Translation.LanguageMaxLength);
        answer.Property(a => a.Missing).HasMaxLength(CarerAnswer.MissingMaxLength);
        answer.Refers<CarerAnswer, AgreedAction>(nameof(CarerAnswer.ActionId));
        answer.Refers<CarerAnswer, Person>(nameof(CarerAnswer.CarerId));
        answer.Refers<CarerAnswer, Person>(nameof(CarerAnswer.WrittenById));
        answer.HasIndex(a => new { a.SchoolId, a.ActionId, a.At });
        answer.HasIndex(a => new { a.SchoolId, a.PupilId, a.At });

        // What families wrote lately is looked through before news.
        answer.HasIndex(a => new { a.SchoolId, a.At }).HasFilter("missing IS NOT NULL");
    }
}

internal sealed class ActionChangeMapping : IEntityTypeConfiguration<ActionChange>
{
    public void Configure(EntityTypeBuilder<ActionChange> change)
    {
        change.IsRecordedAs("action-change");
        change.Property(c => c.Kind).HasMaxLength(60);
        change.Property(c => c.Reason).HasMaxLength(AgreedAction.ReasonMaxLength);
        change.Refers<ActionChange, AgreedAction>(nameof(ActionChange.ActionId));
        change.Refers<ActionChange, Person>(nameof(ActionChange.ById));
        change.HasIndex(c => new { c.SchoolId, c.ActionId, c.At });
        change.HasIndex(c => new { c.SchoolId, c.PupilId, c.At });
    }
}
