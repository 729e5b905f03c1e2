using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Plans;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>What a review found, as it is typed: an answer for each outcome and each provision of the version in force.</summary>
public sealed class ReviewForm
{
    /// <summary>Becomes the review's id: sending the form twice keeps one review.</summary>
    public Guid Key { get; set; }

    /// <summary>The plan as the page was shown it.</summary>
    public int Version { get; set; }

    public List<OutcomeAnswer> Outcomes { get; set; } = [];

    public List<ProvisionAnswer> Provisions { get; set; } = [];

    [Display(Name = "What the child says", Description = "Of what helped and what did not, in their own words where you can")]
    public string? ChildView { get; set; }

    [Display(Name = "What the family says")]
    public string? FamilyView { get; set; }

    [Display(Name = "The review was held on", Description = "For example, today or 19 May")]
    public string? HeldOn { get; set; }

    [Display(Name = "Look again on", Description = "For example, 2 October or after half-term")]
    public string? NextOn { get; set; }

    public static ReviewForm For(SupportPlan plan, PlanContent reviewed) => new()
    {
        Key = Guid.CreateVersion7(),
        Version = plan.Version,
        Outcomes = [.. reviewed.Outcomes.Select(_ => new OutcomeAnswer())],
        Provisions = [.. reviewed.Provisions.Select(_ => new ProvisionAnswer())],
        HeldOn = "today"
    };

    /// <summary>The answers stand in the order of what was reviewed.</summary>
    public PlanFindings Read(PlanContent reviewed) => new()
    {
        Outcomes = [.. reviewed.Outcomes.Zip(Outcomes, (outcome, answer) => new OutcomeFinding(outcome.Id, answer.Achieved, answer.Evidence))],
        Provisions = [.. reviewed.Provisions.Zip(Provisions, (provision, answer) => new ProvisionFinding(provision.Id, answer.Helped, answer.Evidence))],
        ChildView = ChildView,
        FamilyView = FamilyView
    };
}

public sealed class OutcomeAnswer
{
    [Display(Name = "Was it achieved?")]
    public Achieved? Achieved { get; set; }

    [Display(Name = "What shows it", Description = "What was seen or heard")]
    public string? Evidence { get; set; }
}

public sealed class ProvisionAnswer
{
    [Display(Name = "Did it help?")]
    public Helped? Helped { get; set; }

    [Display(Name = "What shows it")]
    public string? Evidence { get; set; }
}
