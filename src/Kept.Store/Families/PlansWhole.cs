using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store.Translating;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>The plans of one child that are in force, as one carer reads them.</summary>
/// <param name="ChildName">As the child is called.</param>
public sealed record PlansWhole(string ChildName, IReadOnlyList<PlanWhole> Plans)
{
    /// <summary>What the school wrote, to be translated for who reads another language.</summary>
    public IEnumerable<WrittenText> Texts => Plans.SelectMany(plan => plan.Texts);
}

/// <summary>One plan, with what the reader says of its parts.</summary>
/// <param name="ReviewOn">When it is looked at again: a review held since may have moved it.</param>
/// <param name="By">Who published it.</param>
/// <param name="Content">Of the version in force.</param>
/// <param name="Before">Of the version before; null for the first.</param>
public sealed record PlanWhole(
    Id<SupportPlan> Id, PlanKind Kind, int Number, LocalDate? ReviewOn, Instant PublishedAt, string By, string? Reason, PlanContent Content, PlanContent? Before)
{
    private readonly Lazy<HashSet<string>> changed = new(() => Before is null
        ? []
        : [.. PlanParts.Of(Content).Except(PlanParts.Of(Before)).Select(part => part.Key)]);

    /// <summary>The reader's own, the one that stands of each part. Nobody else in the family reads it.</summary>
    public IReadOnlyList<PlanView> Own { get; init; } = [];

    public IReadOnlyList<SpokenPart> Parts => SpokenPart.Of(Content);

    public IEnumerable<WrittenText> Texts =>
        [.. Translating.Texts.Of(Id, Content), .. new[] { Translating.Texts.Of(Id, Reason) }.OfType<WrittenText>(), .. Own.Select(Translating.Texts.AnswerTo).OfType<WrittenText>()];

    public PlanView? OwnOf(SpokenPart part) => Own.FirstOrDefault(view => view.Part == part.Key);

    /// <summary>What the reader said of parts that are in the plan no more: it stays theirs to read, with the answer.</summary>
    public IEnumerable<PlanView> OwnOfGone => Own.Where(view => !Parts.Any(part => part.Key == view.Part));

    /// <summary>Whether it is new, or other than in the version before.</summary>
    public bool HasChanged(SpokenPart part) => changed.Value.Contains(part.Key);
}
