using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>
/// What a school asks each carer before a meeting, in its order. It begins with Kept’s own four, and can always go back to them. The child has one question: it may
/// have other words or be hidden, and keeps its pictures.
/// </summary>
public sealed class QuestionSet
{
    /// <summary>More than a carer answers on a phone.</summary>
    public const int Most = 8;

    private const char Hidden = '-';

    private readonly School school;
    private readonly List<SchoolQuestion> known;
    private readonly List<SchoolQuestion> made = [];

    /// <param name="school">Whose it is: its version rises with each change, so that two who change it at once do not undo each other.</param>
    /// <param name="known">Those that stand, Kept’s own, and any that are to be put back.</param>
    /// <param name="by">Who looks at it, and may change it.</param>
    /// <param name="at">Now.</param>
    public QuestionSet(School school, IEnumerable<SchoolQuestion> known, Id<Person> by, Instant at)
    {
        (this.school, this.known, By, At) = (school, [.. known], by, at);
        if (this.known.Count == 0)
        {
            made.AddRange(AskedQuestion.OfKept.Select(kepts => SchoolQuestion.Of(school.Id, kepts, by, at)));
            foreach (var (place, kepts) in made.Index())
            {
                kepts.Stand(place, isHidden: false);
            }
        }

        this.known.AddRange(made);
    }

    /// <summary>Rises with each change of anybody.</summary>
    public int Version => school.QuestionsVersion;

    private Id<Person> By { get; }

    private Instant At { get; }

    public IReadOnlyList<SchoolQuestion> All => [.. known.Where(q => q.Place is not null).OrderBy(q => q.Place)];

    /// <summary>What is not kept yet, to be kept with the change.</summary>
    public IReadOnlyList<SchoolQuestion> Made => made;

    /// <summary>Kept’s own four, in their order and none hidden.</summary>
    public bool IsKepts => Arrangement == OfKept;

    /// <summary>Which stand, in which order, which of them hidden: what an undo brings back.</summary>
    public string Arrangement => string.Join(',', All.Select(q => q.IsHidden ? Hidden + q.Key : q.Key));

    private static string OfKept { get; } = string.Join(',', AskedQuestion.OfKept.Select(q => q.Key));

    public SchoolQuestion? Find(string? key) => All.FirstOrDefault(q => q.Key == key);

    public Result<QuestionAdded> Add(string? words)
    {
        if (All.Count >= Most)
        {
            return new Refusal($"There are {Most} questions already: more than a family can answer on a phone. Change one of them instead", nameof(SchoolQuestion.Words));
        }

        if (Refused(words, instead: null) is { } refusal)
        {
            return refusal;
        }

        // The child’s own question comes last, as it did.
        var all = All.ToList();
        var last = all.FindIndex(q => q.IsTheChilds) is var at && at == all.Count - 1 && at >= 0 ? at : all.Count;
        all.Insert(last, Own(words, isTheChilds: false));
        return Settle(all, new QuestionAdded());
    }

    public Result<QuestionReworded> Reword(string? key, string? words)
    {
        if (Find(key) is not { } before)
        {
            return Gone;
        }

        if (Refused(words, before) is { } refusal)
        {
            return refusal;
        }

        var after = Own(words, before.IsTheChilds);
        return Settle([.. All.Select(q => q == before ? after : q)], new QuestionReworded(), hidden: q => q == after ? before.IsHidden : q.IsHidden);
    }

    public Result<QuestionHidden> Hide(string? key) =>
        Find(key) is not { } one ? Gone
        : All.All(q => q == one || q.IsHidden) ? new Refusal("This is the only question that families are asked. Show another before you hide it")
        : Settle(All, new QuestionHidden(), hidden: q => q == one || q.IsHidden);

    public Result<QuestionShown> Show(string? key) =>
        Find(key) is not { } one ? Gone : Settle(All, new QuestionShown(), hidden: q => q != one && q.IsHidden);

    /// <param name="key">Which.</param>
    /// <param name="by">One up is -1; at the end it stays where it is.</param>
    public Result<QuestionsOrdered> Move(string? key, int by)
    {
        if (Find(key) is not { } one)
        {
            return Gone;
        }

        var all = All.ToList();
        var to = Math.Clamp(all.IndexOf(one) + by, 0, all.Count - 1);
        all.Remove(one);
        all.Insert(to, one);
        return Settle(all, new QuestionsOrdered());
    }

    public Result<QuestionsOfKept> GoBackToKepts() => Arrange(OfKept).Allowed(out _, out var refusal) ? new QuestionsOfKept() : refusal;

    /// <summary>Brings back how they stood before.</summary>
    /// <param name="since">The version that was made by what is undone: what somebody else changed since stays.</param>
    public Result<QuestionsPutBack> PutBack(string? arrangement, int since) => since != Version ? Gone : Arrange(arrangement).Allowed(out _, out var refusal) ? new QuestionsPutBack() : refusal;

    /// <summary>The keys in an arrangement, so that those that stand no more can be looked for.</summary>
    public static IReadOnlyList<string> KeysIn(string? arrangement) => [.. (arrangement ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(key => key.TrimStart(Hidden)).Take(Most)];

    private Result<QuestionsPutBack> Arrange(string? arrangement)
    {
        var all = KeysIn(arrangement).Select(key => known.Find(q => q.Key == key)).OfType<SchoolQuestion>().Distinct().ToList();
        var hidden = (arrangement ?? "").Split(',').Where(part => part.StartsWith(Hidden)).Select(part => part[1..]).ToHashSet();
        return all.Count == 0 || all.Count(q => q.IsTheChilds) > 1 || all.TrueForAll(q => hidden.Contains(q.Key)) ? Gone
            : Settle(all, new QuestionsPutBack(), hidden: q => hidden.Contains(q.Key));
    }

    private static Refusal Gone => new("Somebody else has changed the questions meanwhile. Look at them as they are now, then try again");

    private Refusal? Refused(string? words, SchoolQuestion? instead) =>
        Text.Tidy(words) is not { } said ? new Refusal("Enter the question", nameof(SchoolQuestion.Words))
        : said.Length > SchoolQuestion.WordsMaxLength ? new Refusal($"A question must be {SchoolQuestion.WordsMaxLength} characters or fewer", nameof(SchoolQuestion.Words))
        : All.FirstOrDefault(q => string.Equals(q.Asked.Words, said, StringComparison.OrdinalIgnoreCase)) is { } same
            ? new Refusal(same == instead ? "These are the words that it has. Change them, or go back" : "You ask this already", nameof(SchoolQuestion.Words))
        : null;

    /// <summary>Kept’s own where the words are Kept’s again, so that it is there in every language.</summary>
    private SchoolQuestion Own(string? words, bool isTheChilds)
    {
        var said = Text.Tidy(words)!;
        if (known.Find(q => q is { Kepts: not null, Place: null } && q.IsTheChilds == isTheChilds && q.Asked.Words.Equals(said, StringComparison.OrdinalIgnoreCase)) is { } kepts)
        {
            return kepts;
        }

        var own = new SchoolQuestion
        {
            Id = Id<SchoolQuestion>.New(), SchoolId = school.Id, Words = said, IsTheChilds = isTheChilds, MadeById = By, MadeAt = At
        };
        made.Add(own);
        known.Add(own);
        return own;
    }

    private T Settle<T>(IReadOnlyList<SchoolQuestion> all, T happened, Func<SchoolQuestion, bool>? hidden = null)
    {
        var stand = all.Select(q => (Question: q, IsHidden: hidden?.Invoke(q) ?? q.IsHidden)).ToList();
        known.ForEach(q => q.Stand(null, isHidden: false));
        foreach (var (place, (question, isHidden)) in stand.Index())
        {
            question.Stand(place, isHidden);
        }

        school.ChangeQuestions();
        return happened;
    }
}
