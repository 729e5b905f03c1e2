using System.ComponentModel.DataAnnotations;
using Kept.Domain.Reviews;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Reviews;

/// <summary>What is typed when an entry is reviewed, on its own page or in a meeting.</summary>
public class ReviewForm
{
    /// <summary>The day that is being reviewed, as the page was shown it: a review held meanwhile is noticed by it.</summary>
    public string? WasDueOn { get; set; }

    [Display(Name = "Did it happen?")]
    public DidItHappen? Happened { get; set; }

    [Display(Name = "What changed?", Description = "What is different for the child. “Nothing yet” is an answer")]
    public string? WhatChanged { get; set; }

    [Display(Name = "What next?", Description = "Leave it empty if nothing more is needed")]
    public string? WhatNext { get; set; }

    [Display(Name = "Look again on", Description = "For example, 2 May or in two weeks. Leave it empty to close the review")]
    public string? NextOn { get; set; }

    /// <summary>How <see cref="WasDueOn"/> is written.</summary>
    public static string Due(LocalDate? on) => on is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
