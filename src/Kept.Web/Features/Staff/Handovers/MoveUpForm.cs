using System.ComponentModel.DataAnnotations;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>What is said of the whole move, and of each class.</summary>
public sealed class MoveUpForm
{
    [Display(Name = "Which year group leaves?", Description = "Its pupils leave the roll. Their records stay")]
    public string? TopYear { get; set; }

    [Display(Name = "Their last day", Description = "For example, 22 July 2027")]
    public string? LastDay { get; set; }

    public IList<ClassLine> Classes { get; set; } = [];

    /// <summary>The plan whose counts were on the page: nothing is carried out that nobody has seen.</summary>
    public string? Seen { get; set; }

    [Display(Name = "I have looked at the numbers and at what is odd")]
    public bool Sure { get; set; }
}

/// <summary>One class.</summary>
public sealed class ClassLine
{
    public string From { get; set; } = "";

    [Display(Name = "Becomes")]
    public string? To { get; set; }

    [Display(Name = "Next teacher")]
    public string? Teacher { get; set; }
}
