using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Web.Reviews;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Who is at the table.</summary>
public sealed class HereForm
{
    /// <summary>Whether each attendee was there, by the attendee's id.</summary>
    public Dictionary<string, Attendance> Each { get; set; } = [];
}

/// <summary>What is written while a meeting runs.</summary>
public sealed class NotesForm
{
    [Display(Name = "What it was about", Description = "What the family raised, in one or two lines")]
    public string? Issue { get; set; }

    [Display(Name = "What we said")]
    public string? Said { get; set; }

    [Display(Name = "Notes", Description = "Anything longer. The lines above stay short")]
    public string? Note { get; set; }
}

/// <summary>What became of one open row.</summary>
public sealed class RowForm
{
    public Id<AgreedAction>? ActionId { get; set; }

    /// <summary>The version that was on the page.</summary>
    public int? Version { get; set; }

    public string? WhatChanged { get; set; }

    public string? Evidence { get; set; }

    public string? Day { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The review of one entry.</summary>
public sealed class EntryReviewForm : ReviewForm
{
    public Id<LogEntry>? EntryId { get; set; }
}

/// <summary>The end of a meeting.</summary>
public sealed class EndForm
{
    [Display(Name = "Day it took place")]
    public string? Day { get; set; }

    [Display(Name = "Started")]
    public string? Started { get; set; }

    [Display(Name = "Ended", Description = "Leave it empty for now")]
    public string? Ended { get; set; }

    [Display(Name = "Look at it again on", Description = "For example, 2 May or in six weeks")]
    public string? Review { get; set; }
}

/// <summary>Somebody who came and was not on the list, or who was left off.</summary>
public sealed class JoinForm
{
    [Display(Name = "Somebody else came")]
    public string? Guest { get; set; }
}
