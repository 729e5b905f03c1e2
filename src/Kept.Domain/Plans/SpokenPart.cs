using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>What a part of a plan is about.</summary>
public enum PartKind
{
    Strengths,
    Matters,
    ChildView,
    FamilyView,
    Needs,
    Barriers,
    Outcome,
    Provision,
    Strategies,
    FamilyPart,
    ChildPart,
    Section
}

/// <summary>
/// A part of a plan on which a family may have a view: what somebody wrote of the child and of the help, and not a name or a date that stands by itself.
/// </summary>
/// <param name="Key">As <see cref="PlanPart"/> has it: the same in every version.</param>
/// <param name="Lines">Its words, as they were written.</param>
public sealed record SpokenPart(string Key, PartKind Kind, IReadOnlyList<string> Lines)
{
    /// <summary>Of a provision, in words.</summary>
    public string? Who { get; init; }

    /// <summary>Of a provision: the day from which it is given.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Until when it is given, or by when it shall be so.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>For staff: "Short-term outcome".</summary>
    public string Title(PlanContent content) => PlanParts.Of(content).FirstOrDefault(part => part.Key == Key)?.Title ?? "";

    /// <summary>Only what is there, in the order in which a plan is read.</summary>
    public static IReadOnlyList<SpokenPart> Of(PlanContent content) => [.. All(content).Where(part => part.Lines.Count > 0)];

    private static IEnumerable<SpokenPart> All(PlanContent content) =>
    [
        One("strengths", PartKind.Strengths, content.Strengths),
        One("matters", PartKind.Matters, content.Matters),
        One("child", PartKind.ChildView, content.ChildView),
        One("family", PartKind.FamilyView, content.FamilyView),
        new("needs", PartKind.Needs, [.. SenNeeds.InOrder(content.Needs).Select(SenNeeds.InWords)]),
        One("barriers", PartKind.Barriers, content.Barriers),
        .. content.Outcomes.Select(o => new SpokenPart($"outcome {o.Id}", PartKind.Outcome, [o.What]) { Until = o.By ?? (o.Term is OutcomeTerm.ShortTerm ? content.ReviewOn : null) }),
        .. content.Provisions.Select(p => new SpokenPart($"provision {p.Id}", PartKind.Provision, [p.What, p.Amount])
        {
            Who = p.Who,
            From = p.Starts ?? content.From,
            Until = p.Ends ?? content.ReviewOn
        }),
        new("strategies", PartKind.Strategies, content.Strategies),
        One("family-part", PartKind.FamilyPart, content.FamilyPart),
        One("child-part", PartKind.ChildPart, content.ChildPart),
        .. content.Ehcp?.Sections.Select(s => new SpokenPart($"section {s.Letter}", PartKind.Section, [EhcpSections.TitleOf(s.Letter), s.Words])) ?? []
    ];

    private static SpokenPart One(string key, PartKind kind, string? words) => new(key, kind, words is null ? [] : [words]);
}
