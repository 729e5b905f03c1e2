using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Plans;

public enum Achieved
{
    Yes,
    Partly,
    NotYet
}

public enum Helped
{
    Yes,
    Partly,
    No
}

/// <param name="Evidence">What was seen or heard that says so.</param>
public sealed record OutcomeFinding(Id<PlanOutcome> OutcomeId, Achieved? Achieved, string? Evidence);

public sealed record ProvisionFinding(Id<PlanProvision> ProvisionId, Helped? Helped, string? Evidence);

/// <summary>What a review found, for each outcome and each provision of the version in force, with what the child and the family said.</summary>
public sealed record PlanFindings
{
    public const int TextMaxLength = 1000;

    public IReadOnlyList<OutcomeFinding> Outcomes { get; init; } = [];
    public IReadOnlyList<ProvisionFinding> Provisions { get; init; } = [];
    public string? ChildView { get; init; }
    public string? FamilyView { get; init; }

    public PlanFindings Tidied() => this with
    {
        Outcomes = [.. Outcomes.Select(o => o with { Evidence = Text.Tidy(o.Evidence) })],
        Provisions = [.. Provisions.Select(p => p with { Evidence = Text.Tidy(p.Evidence) })],
        ChildView = Text.TidyLines(ChildView),
        FamilyView = Text.TidyLines(FamilyView)
    };
}

/// <summary>The end of a cycle of assess, plan, do, review. Never changed; the next version of the plan begins from it.</summary>
public sealed class PlanReview : IAboutPupil
{
    public required Id<PlanReview> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<SupportPlan> PlanId { get; init; }

    /// <summary>The version that was reviewed.</summary>
    public required int Number { get; init; }

    public required LocalDate WasDueOn { get; init; }

    /// <summary>When it was held, and when it was written down (rule 6).</summary>
    public required LocalDate HeldOn { get; init; }

    public required Instant RecordedAt { get; init; }
    public required Id<Person> ById { get; init; }
    public required PlanFindings Findings { get; init; }
    public required LocalDate NextOn { get; init; }

    /// <param name="id">Chosen by the form, so that sending it twice keeps one review.</param>
    public static Result<PlanReview> Hold(
        Id<PlanReview> id, SupportPlan plan, PlanVersion reviewed, PlanFindings findings, LocalDate? heldOn, LocalDate? nextOn, Nation nation, Id<Person> by, Instant at)
    {
        var today = at.InZone(School.Zone).Date;
        var found = findings.Tidied();
        if (Wrong(reviewed.Content, found) is [var wrong, ..])
        {
            return wrong;
        }

        if (heldOn is not { } held || held > today || held < reviewed.From)
        {
            return new Refusal("Enter the day of the review: today or earlier, and after the plan began", nameof(HeldOn));
        }

        if (nextOn is not { } next || next <= today || next > PlanTerms.Of(nation, held).LatestReview(held))
        {
            return new Refusal("Enter the day of the next review: after today, and within a year", nameof(NextOn));
        }

        var due = plan.ReviewOn ?? reviewed.ReviewOn;
        plan.ReviewAgainOn(next);
        return new PlanReview
        {
            Id = id,
            SchoolId = plan.SchoolId,
            PupilId = plan.PupilId,
            PlanId = plan.Id,
            Number = reviewed.Number,
            WasDueOn = due,
            HeldOn = held,
            RecordedAt = at,
            ById = by,
            Findings = found,
            NextOn = next
        };
    }

    /// <summary>Everything that is missing from the findings, in the order of the form.</summary>
    public static IReadOnlyList<Refusal> Wrong(PlanContent reviewed, PlanFindings found) =>
    [
        .. reviewed.Outcomes.Index().SelectMany(o => Wrong(found.Outcomes.FirstOrDefault(f => f.OutcomeId == o.Item.Id), $"Outcomes[{o.Index}]")),
        .. reviewed.Provisions.Index()
            .Where(p => found.Provisions.FirstOrDefault(f => f.ProvisionId == p.Item.Id)?.Helped is null)
            .Select(p => new Refusal("Say whether it helped", $"Provisions[{p.Index}].Helped")),
        .. found.Provisions.Index().Where(f => f.Item.Evidence?.Length > PlanFindings.TextMaxLength).Select(f => TooLong($"Provisions[{f.Index}].Evidence")),
        .. found.ChildView?.Length > PlanFindings.TextMaxLength ? [TooLong(nameof(found.ChildView))] : Array.Empty<Refusal>(),
        .. found.FamilyView?.Length > PlanFindings.TextMaxLength ? [TooLong(nameof(found.FamilyView))] : Array.Empty<Refusal>()
    ];

    private static IEnumerable<Refusal> Wrong(OutcomeFinding? finding, string field)
    {
        if (finding?.Achieved is null)
        {
            yield return new Refusal("Say whether it was achieved", $"{field}.Achieved");
        }

        if (finding?.Evidence is null)
        {
            yield return new Refusal("Say what shows it: what was seen or heard", $"{field}.Evidence");
        }
        else if (finding.Evidence.Length > PlanFindings.TextMaxLength)
        {
            yield return TooLong($"{field}.Evidence");
        }
    }

    private static Refusal TooLong(string field) => new($"This must be {PlanFindings.TextMaxLength} characters or fewer", field);

    /// <summary>
    /// What the next version starts from: the plan as it was, from the day of the review, without the outcomes that were achieved and
    /// the provision that has ended.
    /// </summary>
    public PlanContent Onward(PlanContent reviewed) => reviewed with
    {
        Outcomes = [.. reviewed.Outcomes.Where(o => Findings.Outcomes.FirstOrDefault(f => f.OutcomeId == o.Id)?.Achieved is not Achieved.Yes)],
        Provisions = [.. reviewed.Provisions.Where(p => !(p.Ends <= HeldOn))],
        ChildView = Findings.ChildView ?? reviewed.ChildView,
        FamilyView = Findings.FamilyView ?? reviewed.FamilyView,
        AssessedOn = HeldOn,
        From = HeldOn,
        ReviewOn = NextOn
    };
}
