using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Sharing;
using NodaTime;

namespace Kept.Domain.Telling;

/// <summary>Something that a school tells many families at once. They read it in Kept; what goes out says only that there is news.</summary>
public sealed class News : IBelongsToSchool
{
    public const int TitleMaxLength = 120;
    public const int WordsMaxLength = 4000;

    public required Id<News> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }
    public required string Title { get; init; }
    public required string Words { get; init; }

    /// <summary>Only the families of this year; null for all.</summary>
    public string? YearGroup { get; init; }

    /// <summary>What stood in the way before it was told, as it was said to who told it; null where nothing did.</summary>
    public string? Found { get; private set; }

    /// <summary>Why it was told all the same.</summary>
    public string? Because { get; private set; }

    /// <summary>Somebody read what stands in the way, and tells it with a reason.</summary>
    public void TellAllTheSame(string found, string because) => (Found, Because) = (found[..Math.Min(found.Length, SharedAllTheSame.FoundMaxLength)], because);

    /// <param name="id">Chosen by the form, so that sending it twice tells once.</param>
    public static Result<News> Write(Id<News> id, Id<School> school, string? title, string? words, string? yearGroup, Id<Person> by, Instant at)
    {
        if (Text.Tidy(title) is not { Length: <= TitleMaxLength } called)
        {
            return new Refusal($"Enter a title, in {TitleMaxLength} characters or fewer", nameof(Title));
        }

        if (Text.TidyLines(words) is not { Length: <= WordsMaxLength } said)
        {
            return new Refusal($"Enter what families are to know, in {WordsMaxLength} characters or fewer", nameof(Words));
        }

        return new News { Id = id, SchoolId = school, ById = by, At = at, Title = called, Words = said, YearGroup = Text.Tidy(yearGroup) };
    }
}
