using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>
/// One question that a school has asked, in the words that it has. The words are never changed: other words are another question, so that no answer
/// comes to stand beneath a question that nobody asked.
/// </summary>
public sealed class SchoolQuestion : IBelongsToSchool
{
    public const int WordsMaxLength = 150;

    /// <summary>A question that asks more of a reader is advised against.</summary>
    public const int PlainReadingAge = 9;

    private const int Grown = 16;

    public required Id<SchoolQuestion> Id { get; init; }
    public required Id<School> SchoolId { get; init; }

    /// <summary>Which of Kept’s own it is; null where the words are the school’s.</summary>
    public SayQuestion? Kepts { get; init; }

    /// <summary>In English; null where they are Kept’s own.</summary>
    public string? Words { get; init; }

    public required bool IsTheChilds { get; init; }
    public required Id<Person> MadeById { get; init; }
    public required Instant MadeAt { get; init; }

    /// <summary>Where it stands among those of the school; null where another took its place.</summary>
    public int? Place { get; private set; }

    /// <summary>In the set, and not asked.</summary>
    public bool IsHidden { get; private set; }

    public string Key => Kepts is { } kepts ? AskedQuestion.KeyOf(kepts) : Id.Value.ToString("D");

    public bool IsAsked => Place is not null && !IsHidden;

    public AskedQuestion Asked =>
        (Kepts is { } kepts ? AskedQuestion.OfKept.First(q => q.Kepts == kepts) : new AskedQuestion(Key, Words!, IsTheChilds)) with { IsAskedNow = IsAsked };

    /// <summary>What would make the words plainer. It never stands in the way.</summary>
    public static IReadOnlyList<string> AdviceOn(string? words, CoachContext context)
    {
        if (Text.Tidy(words) is not { } said)
        {
            return [];
        }

        List<string> advice = [];
        if (EntryCoach.ReadingAge(said) is { } age and > PlainReadingAge)
        {
            advice.Add($"This reads like a text for about age {Math.Min(Grown, Math.Round(age)):0}{(age > Grown ? " or above" : "")}. Many families read best at age {PlainReadingAge} or below: try shorter words, and one thing at a time.");
        }

        advice.AddRange(EntryCoach.Read(said, LineKind.Issue, context).Advice.Where(a => a.Code is AdviceCode.Jargon or AdviceCode.Label).Select(a => a.Message));
        if (!said.EndsWith('?'))
        {
            advice.Add("A question mark at the end shows that an answer is welcome.");
        }

        return advice;
    }

    internal static SchoolQuestion Of(Id<School> school, AskedQuestion kepts, Id<Person> by, Instant at) => new()
    {
        Id = Id<SchoolQuestion>.New(),
        SchoolId = school,
        Kepts = kepts.Kepts,
        IsTheChilds = kepts.IsTheChilds,
        MadeById = by,
        MadeAt = at
    };

    internal void Stand(int? place, bool isHidden) => (Place, IsHidden) = (place, isHidden);
}
