using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Actions;
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

    /// <summary>What is kept of the notes, as the screen begins with them.</summary>
    public static NotesForm Kept(Meeting meeting) => new() { Issue = meeting.Issue ?? meeting.About, Said = meeting.Said, Note = meeting.Note };

    /// <summary>Tells whether the notes are still those that were shown: a colleague may have kept others meanwhile.</summary>
    public string Mark() => Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new[] { Text.Tidy(Issue), Text.Tidy(Said), Text.TidyLines(Note) })))[..16];
}

/// <summary>What became of one open row, by one act.</summary>
public sealed class RowForm
{
    public string? WhatChanged { get; set; }

    public string? Evidence { get; set; }

    public string? Day { get; set; }

    public string? Reason { get; set; }

    public bool HasWords => !string.IsNullOrWhiteSpace(WhatChanged + Evidence + Day + Reason);

    /// <summary>Under which name it stands in the form of the whole screen.</summary>
    public static string Key(string act, Id<AgreedAction>? row) => $"{act}-{row}";
}

/// <summary>The review of one entry.</summary>
public sealed class EntryReviewForm : ReviewForm
{
    public bool HasWords => Happened is not null || !string.IsNullOrWhiteSpace(WhatChanged + WhatNext + NextOn);
}

/// <summary>What is typed beside what was agreed before.</summary>
public sealed class BesideForm
{
    /// <summary>By <see cref="RowForm.Key"/>.</summary>
    public Dictionary<string, RowForm> Rows { get; set; } = [];

    /// <summary>By the entry’s id.</summary>
    public Dictionary<string, EntryReviewForm> Reviews { get; set; } = [];
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

/// <summary>What the screen showed before anything was typed: what differs from it was.</summary>
public sealed class WasForm
{
    public string? Notes { get; set; }

    public Dictionary<string, Attendance> Here { get; set; } = [];

    public EndForm End { get; set; } = new();
}
