using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>What a plan needs before it is published. A refusal names its field as the form does: "Outcomes[1].What".</summary>
public static class PlanRules
{
    /// <param name="content">Tidied.</param>
    /// <returns>Everything that is wrong, in the order of the form.</returns>
    public static IReadOnlyList<Refusal> Wrong(PlanContent content, PlanKind kind, Nation nation) =>
    [
        .. Texts(content),
        .. Outcomes(content),
        .. Provisions(content),
        .. Strategies(content),
        .. Lead(content, kind),
        .. Days(content, nation)
    ];

    private static IEnumerable<Refusal> Texts(PlanContent content)
    {
        (string Name, string? Text)[] texts =
        [
            (nameof(content.Strengths), content.Strengths), (nameof(content.Matters), content.Matters), (nameof(content.ChildView), content.ChildView),
            (nameof(content.FamilyView), content.FamilyView), (nameof(content.Barriers), content.Barriers), (nameof(content.FamilyPart), content.FamilyPart),
            (nameof(content.ChildPart), content.ChildPart),
            .. EhcpSections.All.Index().Select(title => ($"Sections[{title.Index}].Words", content.Ehcp?.Of(title.Item.Letter)))
        ];
        return texts.Where(t => t.Text?.Length > PlanContent.TextMaxLength).Select(t => new Refusal($"This must be {PlanContent.TextMaxLength} characters or fewer", t.Name));
    }

    private static IEnumerable<Refusal> Outcomes(PlanContent content)
    {
        if (content.Outcomes.Count == 0)
        {
            yield return new Refusal("Enter at least one outcome: what will be different for the child", "Outcomes[0].What");
        }

        if (content.Outcomes.Count > PlanContent.MostOutcomes)
        {
            yield return new Refusal($"A plan with more than {PlanContent.MostOutcomes} outcomes has no focus. Keep those that matter most", "Outcomes[0].What");
        }

        foreach (var (at, outcome) in content.Outcomes.Index())
        {
            if (outcome.What.Length is 0 or > PlanContent.LineMaxLength)
            {
                yield return new Refusal($"Say what will be different, in {PlanContent.LineMaxLength} characters or fewer", $"Outcomes[{at}].What");
            }

            if (outcome.By < content.From)
            {
                yield return new Refusal("This is before the plan begins", $"Outcomes[{at}].By");
            }
        }
    }

    private static IEnumerable<Refusal> Provisions(PlanContent content)
    {
        if (content.Provisions.Count == 0)
        {
            yield return new Refusal("Enter what is given: at least one provision", "Provisions[0].What");
        }

        if (content.Provisions.Count > PlanContent.MostProvisions)
        {
            yield return new Refusal($"There is room for {PlanContent.MostProvisions} provisions", "Provisions[0].What");
        }

        foreach (var (at, provision) in content.Provisions.Index())
        {
            (string Field, string Text, int Most, string Ask)[] asked =
            [
                ("What", provision.What, PlanContent.LineMaxLength, "Say what is given"),
                ("Who", provision.Who, PlanContent.WordsMaxLength, "Say who gives it"),
                ("HowOften", provision.HowOften, PlanContent.WordsMaxLength, "Say how often, such as daily or twice a week")
            ];
            foreach (var (field, _, most, ask) in asked.Where(a => a.Text.Length == 0 || a.Text.Length > a.Most))
            {
                yield return new Refusal($"{ask}, in {most} characters or fewer", $"Provisions[{at}].{field}");
            }

            if (provision.HowLong?.Length > PlanContent.WordsMaxLength || provision.GroupSize?.Length > PlanContent.WordsMaxLength)
            {
                yield return new Refusal($"This must be {PlanContent.WordsMaxLength} characters or fewer", $"Provisions[{at}].HowLong");
            }

            if (provision.Ends < (provision.Starts ?? content.From))
            {
                yield return new Refusal("This ends before it starts", $"Provisions[{at}].Ends");
            }
        }
    }

    private static IEnumerable<Refusal> Strategies(PlanContent content)
    {
        if (content.Strategies.Count > PlanContent.MostStrategies || content.Strategies.Any(s => s.Length > PlanContent.LineMaxLength))
        {
            yield return new Refusal(
                $"There is room for {PlanContent.MostStrategies} strategies of {PlanContent.LineMaxLength} characters each: nobody remembers more in a lesson", nameof(content.Strategies));
        }
    }

    private static IEnumerable<Refusal> Lead(PlanContent content, PlanKind kind)
    {
        if (content.Lead is null)
        {
            yield return new Refusal("Choose the one person who sees that the plan happens", nameof(content.Lead));
        }

        if (kind is PlanKind.Individual && content.Layer is null)
        {
            yield return new Refusal("Choose the layer of support", nameof(content.Layer));
        }

        if (content.Ehcp?.Authority?.Length > PlanContent.WordsMaxLength)
        {
            yield return new Refusal($"This must be {PlanContent.WordsMaxLength} characters or fewer", nameof(EhcpSummary.Authority));
        }
    }

    private static IEnumerable<Refusal> Days(PlanContent content, Nation nation)
    {
        if (content.From is not { } from)
        {
            yield return new Refusal("Enter the day from which the plan holds", nameof(content.From));
            yield break;
        }

        if (content.AssessedOn > from)
        {
            yield return new Refusal("The assessment comes before the plan", nameof(content.AssessedOn));
        }

        var latest = PlanTerms.Of(nation, from).LatestReview(from);
        if (content.ReviewOn is not { } review)
        {
            yield return new Refusal("Enter the day of the next review", nameof(content.ReviewOn));
        }
        else if (review <= from || review > latest)
        {
            yield return new Refusal($"The review must be after the plan begins and no later than {latest.InWords()}", nameof(content.ReviewOn));
        }
    }
}
