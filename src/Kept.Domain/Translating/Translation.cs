using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Translating;

/// <summary>How a translation was made (rule 9).</summary>
public enum TranslationMade
{
    /// <summary>By somebody whose work it is.</summary>
    Professional,

    /// <summary>By a member of staff who speaks the language.</summary>
    Staff,

    Machine
}

/// <summary>
/// A person’s translation of something that was written. It stands beside the original and is never changed; a better one is another row, and the latest
/// counts. No machine’s takes its place.
/// </summary>
public sealed class Translation : IAboutPupil
{
    public const int WordsMaxLength = 8000;
    public const int LanguageMaxLength = 20;
    public const int FingerprintLength = 64;

    public required Id<Translation> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required WrittenKind Kind { get; init; }
    public required Guid TextId { get; init; }

    /// <summary>Of the words that were translated, so that it is told when they have been corrected since.</summary>
    public required string Fingerprint { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }
    public required string Words { get; init; }
    public required TranslationMade Made { get; init; }

    /// <summary>Who made it, or who put in what a professional made.</summary>
    public required Id<Person> ById { get; init; }

    public required Instant At { get; init; }

    /// <param name="of">What is translated, as it is now.</param>
    /// <param name="read">The fingerprint of what the translator had before them.</param>
    /// <param name="to">The language of the translation.</param>
    /// <param name="words">The translation.</param>
    /// <param name="made">By whom; null where nothing was chosen.</param>
    public static Result<Translation> Give(
        Id<School> school, Id<Pupil> pupil, WrittenText of, string? read, string to, string? words, TranslationMade? made, Id<Person> by, Instant at)
    {
        if (read != of.Fingerprint)
        {
            return new Refusal("These words were corrected meanwhile. Read them again, then translate what they say now", nameof(Words));
        }

        if (made is not (TranslationMade.Professional or TranslationMade.Staff))
        {
            return new Refusal("Choose who made the translation", nameof(Made));
        }

        if (Text.TidyLines(words) is not { } said)
        {
            return new Refusal("Enter the translation", nameof(Words));
        }

        return said.Length > WordsMaxLength
            ? new Refusal($"The translation must be {WordsMaxLength} characters or fewer", nameof(Words))
            : new Translation
            {
                Id = Id<Translation>.New(),
                SchoolId = school,
                PupilId = pupil,
                Kind = of.Kind,
                TextId = of.TextId,
                Fingerprint = of.Fingerprint,
                From = of.Language,
                To = to,
                Words = said,
                Made = made.Value,
                ById = by,
                At = at
            };
    }
}

public sealed record TranslationGiven(Id<Pupil> PupilId, Id<Translation> TranslationId) : IRecordEvent
{
    public string Kind => "translation-given";
}
