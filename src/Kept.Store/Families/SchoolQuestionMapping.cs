using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Families;

internal sealed class SchoolQuestionMapping : IEntityTypeConfiguration<SchoolQuestion>
{
    public void Configure(EntityTypeBuilder<SchoolQuestion> question)
    {
        question.ToTable("school_questions");
        question.IsRecordedAs("school-question");
        question.Ignore(q => q.Asked);
        question.Property(q => q.Words).HasMaxLength(SchoolQuestion.WordsMaxLength);
        question.Refers<SchoolQuestion, Person>(nameof(SchoolQuestion.MadeById));
        question.HasIndex(q => new { q.SchoolId, q.Place });
    }
}

internal sealed class QuestionTranslationMapping : IEntityTypeConfiguration<QuestionTranslation>
{
    public void Configure(EntityTypeBuilder<QuestionTranslation> translation)
    {
        translation.ToTable("question_translations");
        translation.IsRecordedAs("question-translation");
        translation.Property(t => t.To).HasMaxLength(Translation.LanguageMaxLength);
        translation.Property(t => t.Words).HasMaxLength(QuestionTranslation.WordsMaxLength);
        translation.Refers<QuestionTranslation, SchoolQuestion>(nameof(QuestionTranslation.QuestionId));
        translation.Refers<QuestionTranslation, Person>(nameof(QuestionTranslation.ById));
        translation.HasIndex(t => new { t.SchoolId, t.QuestionId, t.To, t.At });
    }
}
