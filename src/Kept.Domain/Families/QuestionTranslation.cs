using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>
/// A person’s translation of a school’s own question. As every translation by a person it stands before any machine’s and is never changed: a better one is another
/// row. It is no child’s, as the question is not.
/// </summary>
public sealed class QuestionTranslation : IBelongsToSchool
{
    public const int WordsMaxLength = 2 * SchoolQuestion.WordsMaxLength;

    public required Id<QuestionTranslation> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<SchoolQuestion> QuestionId { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string To { get; init; }

    public required string Words { get; init; }
    public required TranslationMade Made { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }

    /// <param name="of">In the school’s own words: Kept’s own have a translation in Kept.</param>
    /// <param name="to">The language of the translation.</param>
    /// <param name="words">The translation.</param>
    /// <param name="made">By whom; null where nothing was chosen.</param>
    public static Result<QuestionTranslation> Give(SchoolQuestion of, string to, string? words, TranslationMade? made, Id<Person> by, Instant at) =>
        made is not (TranslationMade.Professional or TranslationMade.Staff) ? new Refusal("Choose who made the translation", nameof(Made))
        : Text.Tidy(words) is not { } said ? new Refusal("Enter the translation", nameof(Words))
        : said.Length > WordsMaxLength ? new Refusal($"The translation must be {WordsMaxLength} characters or fewer", nameof(Words))
        : new QuestionTranslation
        {
            Id = Id<QuestionTranslation>.New(),
            SchoolId = of.SchoolId,
            QuestionId = of.Id,
            To = to,
            Words = said,
            Made = made.Value,
            ById = by,
            At = at
        };
}
