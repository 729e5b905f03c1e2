using System.ComponentModel.DataAnnotations;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>What a handover asks for; most of it is filled in from the open record.</summary>
public sealed class GiveForm
{
    /// <summary>The value that stands for whoever is chosen to take over.</summary>
    public const string WhoeverTakesOver = "to";

    /// <summary>The id that the handover will have, so that sending the form twice gives one.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    [Display(Name = "Who takes over", Description = "They will see the pupil’s record as staff who work with the pupil do")]
    public string? To { get; set; }

    [Display(Name = "Why", Description = "For example, new class teacher from September")]
    public string? Why { get; set; }

    [Display(Name = "What matters now", Description = "One short line for each thing. Staff who work with the pupil can read it. Nothing about safeguarding")]
    public string? Matters { get; set; }

    public IList<ActionProposal> Actions { get; set; } = [];

    [Display(Name = "Families waiting for an answer")]
    public IList<string> Waiting { get; set; } = [];

    [Display(Name = "Anything else still open with the family", Description = "One short line for each question")]
    public string? Questions { get; set; }

    public static IReadOnlyList<string> Lines(string? typed) =>
        [.. (typed ?? "").ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
}

/// <summary>An action that is still to do, and who shall own it.</summary>
public sealed class ActionProposal
{
    public string Id { get; set; } = "";

    public string? Owner { get; set; }
}
