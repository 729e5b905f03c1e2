using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>One part of a plan in words, for comparing, searching and printing.</summary>
/// <param name="Key">The same in every version: an outcome that was moved is still the same outcome.</param>
/// <param name="Place">Where it stands among the kinds of part.</param>
public sealed record PlanPart(string Key, int Place, string Title, string Text);

/// <summary>A plan as parts in words, in the order in which it is read.</summary>
public static class PlanParts
{
    /// <summary>Only what is there: an empty part has no words.</summary>
    public static IReadOnlyList<PlanPart> Of(PlanContent content) =>
        [.. All(content).Where(part => part.Text is not null).Select(part => new PlanPart(part.Key, part.Place, part.Title, part.Text!))];

    private static IEnumerable<(string Key, int Place, string Title, string? Text)> All(PlanContent content) =>
    [
        ("layer", 1, "Layer", content.Layer?.InWords()),
        ("strengths", 2, "Strengths", content.Strengths),
        ("matters", 3, "What matters to the child", content.Matters),
        ("child", 4, "The child’s view", content.ChildView),
        ("family", 5, "The family’s view", content.FamilyView),
        ("needs", 6, "Needs", content.Needs.Count == 0 ? null : string.Join("\n", SenNeeds.InOrder(content.Needs).Select(SenNeeds.InWords))),
        ("barriers", 7, "What makes learning hard", content.Barriers),
        .. content.Outcomes.Select(o => ($"outcome {o.Id}", 8, o.Term.InWords(), (string?)Words(o))),
        .. content.Provisions.Select(p => ($"provision {p.Id}", 9, "Provision", (string?)Words(p))),
        ("strategies", 10, "In the classroom", content.Strategies.Count == 0 ? null : string.Join("\n", content.Strategies)),
        ("lead", 11, "Who sees that it happens", content.Lead?.Name),
        ("family-part", 12, "What the family does", content.FamilyPart),
        ("child-part", 13, "What the child does", content.ChildPart),
        ("assessed", 14, "Assessed", content.AssessedOn?.InWords()),
        ("from", 15, "Holds from", content.From?.InWords()),
        ("review", 16, "Next review", content.ReviewOn?.InWords()),
        .. Ehcp(content.Ehcp)
    ];

    private static IEnumerable<(string Key, int Place, string Title, string? Text)> Ehcp(EhcpSummary? ehcp) => ehcp is null ? [] :
    [
        .. ehcp.Sections.Select(s => ($"section {s.Letter}", 17, $"Section {s.Letter}: {EhcpSections.TitleOf(s.Letter)}", (string?)s.Words)),
        ("authority", 18, "Local authority", ehcp.Authority),
        ("issued", 19, "Plan issued", ehcp.IssuedOn?.InWords()),
        ("last-review", 20, "Last annual review", ehcp.LastReviewOn?.InWords()),
        ("meeting", 21, "Next annual review meeting", ehcp.MeetingOn?.InWords())
    ];

    private static string Words(PlanOutcome outcome) => outcome.What + (outcome.By is { } by ? $"\nBy {by.InWords()}" : "");

    private static string Words(PlanProvision provision) => string.Join('\n', new[]
    {
        provision.What,
        provision.Amount,
        $"By {provision.Who}",
        Days(provision.Starts, provision.Ends)
    }.Where(line => line is { Length: > 0 }));

    private static string? Days(LocalDate? starts, LocalDate? ends) => (starts, ends) switch
    {
        ({ } from, { } to) => $"From {from.InWords()} to {to.InWords()}",
        ({ } from, null) => $"From {from.InWords()}",
        (null, { } to) => $"Until {to.InWords()}",
        _ => null
    };
}
