using Kept.Domain.Translating;

namespace Kept.Domain.Families;

/// <summary>What Kept itself asks before a meeting, in the words of its word files. A school may ask something else.</summary>
public enum SayQuestion
{
    Well,
    Worries,
    Want,
    Child
}

/// <summary>A question as it was asked.</summary>
/// <param name="Key">Names it for good: a question in other words has another key, so an answer keeps the one that it was given to.</param>
/// <param name="Words">In English, as staff read it beside the answer.</param>
/// <param name="IsTheChilds">Whether it is the child who speaks: with pictures, too.</param>
public sealed record AskedQuestion(string Key, string Words, bool IsTheChilds)
{
    public const int KeyMaxLength = 40;

    public static IReadOnlyList<AskedQuestion> OfKept { get; } =
    [
        new(KeyOf(SayQuestion.Well), "What is going well?", IsTheChilds: false),
        new(KeyOf(SayQuestion.Worries), "What worries you?", IsTheChilds: false),
        new(KeyOf(SayQuestion.Want), "What would you like?", IsTheChilds: false),
        new(KeyOf(SayQuestion.Child), "What does your child say?", IsTheChilds: true)
    ];

    /// <summary>Whether the school asks it today. What is half written to another is still there.</summary>
    public bool IsAskedNow { get; init; } = true;

    /// <summary>Kept’s own, which the word files say in each language; null where the words are the school’s.</summary>
    public SayQuestion? Kepts => KeptsOf(Key);

    /// <summary>The school’s own words, for translation. Null where they are Kept’s, or the school is not known that wrote them.</summary>
    public WrittenText? Text => Kepts is null && Guid.TryParseExact(Key, "D", out var id) ? new WrittenText(WrittenKind.QuestionWords, id, Words, WrittenText.English) : null;

    public static string KeyOf(SayQuestion question) => question.ToString().ToLowerInvariant();

    public static SayQuestion? KeptsOf(string key)
    {
        foreach (var question in Enum.GetValues<SayQuestion>())
        {
            if (KeyOf(question) == key)
            {
                return question;
            }
        }

        return null;
    }
}
