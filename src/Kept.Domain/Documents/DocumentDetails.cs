using Kept.Domain.Access;
using NodaTime;

namespace Kept.Domain.Documents;

/// <summary>What is known of a document besides its file: what may be changed without a new version.</summary>
public sealed record DocumentDetails
{
    public const int TitleMaxLength = 200;
    public const int AuthorMaxLength = 120;
    public const int MostTags = 10;
    public const int TagMaxLength = 30;

    public required string Title { get; init; }

    public required DocumentCategory Category { get; init; }

    /// <summary>Single words or short phrases, in lower case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The date on the document, which is not when it was added (rule 6).</summary>
    public required LocalDate DatedOn { get; init; }

    /// <summary>Who wrote it, in words: "Dr Priya Nair, educational psychologist".</summary>
    public string? Author { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>The day to ask whether it still holds; null where nobody need ask.</summary>
    public LocalDate? ReviewOn { get; init; }

    /// <summary>Reads tags as typed, with commas between.</summary>
    public static IReadOnlyList<string> TagsOf(string? typed) =>
        [.. (typed ?? "").Split(',', ';', '\n').Select(Text.Tidy).OfType<string>().Select(tag => tag.TrimStart('#').ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct()];

    /// <summary>The same with white space tidied, or what is wrong with it.</summary>
    public Result<DocumentDetails> Checked(LocalDate today)
    {
        if (Text.Tidy(Title) is not { } title)
        {
            return new Refusal("Enter a title", nameof(Title));
        }

        if (title.Length > TitleMaxLength)
        {
            return new Refusal($"The title must be {TitleMaxLength} characters or fewer", nameof(Title));
        }

        if (Text.Tidy(Author)?.Length > AuthorMaxLength)
        {
            return new Refusal($"Who wrote it must be {AuthorMaxLength} characters or fewer", nameof(Author));
        }

        if (Tags.Count > MostTags || Tags.Any(tag => tag.Length > TagMaxLength || tag.Contains(',', StringComparison.Ordinal)))
        {
            return new Refusal($"Use at most {MostTags} tags, each of {TagMaxLength} characters or fewer, with commas between them", nameof(Tags));
        }

        if (DatedOn > today)
        {
            return new Refusal("The date of the document must be today or earlier", nameof(DatedOn));
        }

        if (DatedOn < today.PlusYears(-30))
        {
            return new Refusal("That is more than 30 years ago. Check the year", nameof(DatedOn));
        }

        return this with { Title = title, Author = Text.Tidy(Author) };
    }

    public bool Equals(DocumentDetails? other) =>
        other is not null && Title == other.Title && Category == other.Category && DatedOn == other.DatedOn && Author == other.Author
        && Visibility == other.Visibility && ReviewOn == other.ReviewOn && Tags.SequenceEqual(other.Tags);

    public override int GetHashCode() => HashCode.Combine(Title, Category, DatedOn, Author, Visibility, ReviewOn);
}
