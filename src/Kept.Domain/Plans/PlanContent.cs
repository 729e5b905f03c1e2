using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>
/// Everything a plan says. All of it is shared with the family: what may not be shared does not belong in a plan. A half-written one
/// may leave anything out; what a published one needs is in <see cref="PlanRules"/>.
/// </summary>
public sealed record PlanContent
{
    public const int TextMaxLength = 2000;
    public const int LineMaxLength = 300;
    public const int WordsMaxLength = 120;
    public const int MostOutcomes = 12;
    public const int MostProvisions = 20;
    public const int MostStrategies = 20;

    /// <summary>Of an Individual Support Plan alone.</summary>
    public PlanLayer? Layer { get; init; }

    public string? Strengths { get; init; }

    /// <summary>What matters to the child, in their own words where that can be.</summary>
    public string? Matters { get; init; }

    /// <summary>What the child says of the support, and how that was found out (Code of Practice 6.70).</summary>
    public string? ChildView { get; init; }

    public string? FamilyView { get; init; }

    /// <summary>Census codes of need, the primary one first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What makes learning hard, in plain words.</summary>
    public string? Barriers { get; init; }

    public IReadOnlyList<PlanOutcome> Outcomes { get; init; } = [];
    public IReadOnlyList<PlanProvision> Provisions { get; init; } = [];

    /// <summary>What every adult in the classroom does, a line each.</summary>
    public IReadOnlyList<string> Strategies { get; init; } = [];

    public PlanLead? Lead { get; init; }

    /// <summary>What the family does, and what the child does (Code of Practice 6.65: the responsibilities of each are named).</summary>
    public string? FamilyPart { get; init; }

    public string? ChildPart { get; init; }

    /// <summary>The day of the assessment that this plan stands on: the first of assess, plan, do, review.</summary>
    public LocalDate? AssessedOn { get; init; }

    public LocalDate? From { get; init; }
    public LocalDate? ReviewOn { get; init; }

    /// <summary>Of an EHC plan alone.</summary>
    public EhcpSummary? Ehcp { get; init; }

    /// <summary>The outcome that says the plan in one line: the first for the short term.</summary>
    public PlanOutcome? KeyOutcome => Outcomes.FirstOrDefault(o => o.Term is OutcomeTerm.ShortTerm) ?? (Outcomes.Count > 0 ? Outcomes[0] : null);

    /// <summary>The same with white space tidied and empty lines left out.</summary>
    public PlanContent Tidied(PlanKind kind) => this with
    {
        Layer = kind is PlanKind.Individual ? Layer : null,
        Strengths = Text.TidyLines(Strengths),
        Matters = Text.TidyLines(Matters),
        ChildView = Text.TidyLines(ChildView),
        FamilyView = Text.TidyLines(FamilyView),
        Barriers = Text.TidyLines(Barriers),
        FamilyPart = Text.TidyLines(FamilyPart),
        ChildPart = Text.TidyLines(ChildPart),
        Strategies = [.. Strategies.Select(Text.Tidy).OfType<string>()],
        Outcomes = [.. Outcomes.Select(o => o with { What = Text.Tidy(o.What) ?? "" })],
        Provisions = [.. Provisions.Select(Tidied)],
        Ehcp = kind is PlanKind.Ehcp ? Ehcp?.Tidied() ?? new EhcpSummary() : null
    };

    private static PlanProvision Tidied(PlanProvision provision) => provision with
    {
        What = Text.Tidy(provision.What) ?? "",
        Who = Text.Tidy(provision.Who) ?? "",
        HowOften = Text.Tidy(provision.HowOften) ?? "",
        HowLong = Text.Tidy(provision.HowLong),
        GroupSize = Text.Tidy(provision.GroupSize)
    };
}
