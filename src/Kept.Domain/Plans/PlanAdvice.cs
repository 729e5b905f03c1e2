using Kept.Domain.Coach;

namespace Kept.Domain.Plans;

/// <summary>What would make a plan better, beside the field it is about. Advice never blocks.</summary>
/// <param name="Field">As the form names it: "Outcomes[0].What".</param>
public sealed record PlanAdvice(string Field, string Message)
{
    private const string Observe = "How would anybody see that it is achieved? For example “arrives calm and by 8.50 on four days in five”.";
    private static readonly HashSet<string> Wording = [AdviceCode.Label, AdviceCode.Jargon];

    /// <param name="context">Whom the lines may name, so that a name is not taken for jargon.</param>
    public static IReadOnlyList<PlanAdvice> Of(PlanContent content, CoachContext context) =>
    [
        .. content.Outcomes.Index().SelectMany(o => OfOutcome(o.Item.What, context).Select(message => new PlanAdvice($"Outcomes[{o.Index}].What", message))),
        .. content.Strategies.SelectMany(s => Worded(s, context)).Distinct().Select(message => new PlanAdvice(nameof(content.Strategies), message)),
        .. Unheard(content)
    ];

    private static IEnumerable<string> OfOutcome(string what, CoachContext context)
    {
        if (what.Length == 0)
        {
            return [];
        }

        // The coach reads outcomes as it reads actions, but nobody owns an outcome and its day stands beside it.
        var advice = EntryCoach.Read(what, LineKind.Action, context).Advice;
        var vague = VagueOutcome.Is(what) || advice.Any(a => a.Code is AdviceCode.VagueAction);
        return [.. vague ? [Observe] : Array.Empty<string>(), .. advice.Where(a => Wording.Contains(a.Code)).Select(a => a.Message)];
    }

    private static IEnumerable<string> Worded(string line, CoachContext context) =>
        EntryCoach.Read(line, LineKind.Action, context).Advice.Where(a => Wording.Contains(a.Code)).Select(a => a.Message);

    private static IEnumerable<PlanAdvice> Unheard(PlanContent content)
    {
        if (content.ChildView is null)
        {
            yield return new PlanAdvice(nameof(content.ChildView), "What does the child say? A few of their own words, and how you found out.");
        }

        if (content.FamilyView is null)
        {
            yield return new PlanAdvice(nameof(content.FamilyView), "What does the family say? They read this plan, and should find themselves in it.");
        }
    }
}
