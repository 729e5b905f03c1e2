using System.ComponentModel.DataAnnotations;
using Kept.Domain.Plans;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>A plan as it is typed. Everything is text until it is checked, so that a half-written plan keeps every word.</summary>
public sealed class PlanForm
{
    /// <summary>The draft's version as the page showed it; 0 where there was none yet.</summary>
    public int Version { get; set; }

    /// <summary>
    /// Which opening of the page this is. What is saved as one types comes without an answer that the page would need, so a writer’s own later words are known by it; the
    /// same writer’s words from another tab are not these.
    /// </summary>
    public Guid Opening { get; set; }

    /// <summary>The version in force when the writing began.</summary>
    public int BasedOn { get; set; }

    [Display(Name = "Layer of support")]
    public PlanLayer? Layer { get; set; }

    [Display(Name = "Strengths", Description = "What they are good at, and what people like about them")]
    public string? Strengths { get; set; }

    [Display(Name = "What matters to the child", Description = "In their own words where you can")]
    public string? Matters { get; set; }

    [Display(Name = "The child’s view", Description = "What they say of school and of the support, and how you found out")]
    public string? ChildView { get; set; }

    [Display(Name = "The family’s view", Description = "What they have noticed, and what they hope for")]
    public string? FamilyView { get; set; }

    [Display(Name = "Needs")]
    public List<string> Needs { get; set; } = [];

    [Display(Name = "What makes learning hard", Description = "Plain words help everybody more than a label")]
    public string? Barriers { get; set; }

    public List<OutcomeLine> Outcomes { get; set; } = [];

    public List<ProvisionLine> Provisions { get; set; } = [];

    [Display(Name = "In the classroom", Description = "What every adult does, one thing on a line. These go on the one-page profile")]
    public string? Strategies { get; set; }

    /// <summary>A member of staff's id.</summary>
    [Display(Name = "Who sees that it happens", Description = "One person, usually the class teacher or form tutor")]
    public string? Lead { get; set; }

    [Display(Name = "What the family does")]
    public string? FamilyPart { get; set; }

    [Display(Name = "What the child does")]
    public string? ChildPart { get; set; }

    [Display(Name = "Local authority")]
    public string? Authority { get; set; }

    [Display(Name = "Plan issued on", Description = "Or last amended. For example, 12 March 2025")]
    public string? IssuedOn { get; set; }

    [Display(Name = "Last annual review meeting", Description = "Leave it empty before the first")]
    public string? LastReviewOn { get; set; }

    [Display(Name = "Next annual review meeting", Description = "Once it is booked. The dates around it are counted from here")]
    public string? MeetingOn { get; set; }

    public List<SectionLine> Sections { get; set; } = [];

    [Display(Name = "Assessed on", Description = "When you last looked at what the child needs. For example, 2 May")]
    public string? AssessedOn { get; set; }

    [Display(Name = "The plan holds from", Description = "For example, 2 May or next Monday")]
    public string? From { get; set; }

    [Display(Name = "Review on", Description = "For example, 19 May or after half-term")]
    public string? ReviewOn { get; set; }

    /// <summary>"entry:…", "action:…" or "review:…".</summary>
    [Display(Name = "What led to it", Description = "The entry or action then shows that it changed the plan")]
    public string? Cause { get; set; }

    [Display(Name = "Why the plan changes", Description = "One line. The family reads it beside the new version")]
    public string? Reason { get; set; }

    public bool HasWords =>
        Outcomes.Exists(line => !line.IsEmpty) || Provisions.Exists(line => !line.IsEmpty)
        || !string.IsNullOrWhiteSpace($"{Strengths}{Matters}{ChildView}{FamilyView}{Barriers}{Strategies}{FamilyPart}{ChildPart}{Reason}");

    /// <summary>Lines that were left empty, or were emptied, are gone.</summary>
    public void Compact()
    {
        Outcomes.RemoveAll(line => line.IsEmpty);
        Provisions.RemoveAll(line => line.IsEmpty);
    }
}

public sealed class OutcomeLine
{
    /// <summary>Given when the line is first shown, so that the outcome is the same one from then on.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public OutcomeTerm Term { get; set; }

    [Display(Name = "What will be different")]
    public string? What { get; set; }

    [Display(Name = "By when")]
    public string? By { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace($"{What}{By}");
}

public sealed class ProvisionLine
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Display(Name = "What is given")]
    public string? What { get; set; }

    [Display(Name = "Who gives it")]
    public string? Who { get; set; }

    [Display(Name = "How often")]
    public string? HowOften { get; set; }

    [Display(Name = "How long")]
    public string? HowLong { get; set; }

    [Display(Name = "Group size")]
    public string? GroupSize { get; set; }

    [Display(Name = "Starts")]
    public string? Starts { get; set; }

    [Display(Name = "Ends")]
    public string? Ends { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace($"{What}{Who}{HowOften}{HowLong}{GroupSize}{Starts}{Ends}");
}

public sealed class SectionLine
{
    public string Letter { get; set; } = "";

    public string? Words { get; set; }
}
