using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Telling;

/// <summary>
/// Letters that one person prints together. What is in it does not change: a letter that comes to wait meanwhile is for the next one, so that whoever says
/// “they are in the post” says it of what was on the paper.
/// </summary>
public sealed class LetterRun : IBelongsToSchool
{
    /// <summary>As many as one person folds at a time, and as one file is made of in some seconds.</summary>
    public const int Most = 100;

    public required Id<LetterRun> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant MadeAt { get; init; }
}
