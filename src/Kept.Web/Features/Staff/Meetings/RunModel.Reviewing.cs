using Kept.Domain;
using Kept.Domain.Log;
using Kept.Domain.Reviews;
using Kept.Web.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Coming back, at the table, on what was agreed before.</summary>
public sealed partial class RunModel
{
    /// <summary>The entry whose review is kept.</summary>
    [BindProperty(Name = "entry")]
    public Id<LogEntry>? EntryId { get; set; }

    /// <summary>Its day to come back, as the page was shown it.</summary>
    [BindProperty(Name = "due")]
    public string? ReviewWasDue { get; set; }

    public Task<IActionResult> OnPostReviewAsync(CancellationToken cancel) => ActAsync("review", "rows", async meeting =>
    {
        if (await record.Entries.FirstOrDefaultAsync(e => e.Id == EntryId, cancel) is not { } entry)
        {
            return new Refusal("That is no longer there. Reload the page to see what happened");
        }

        var review = Beside.Reviews.GetValueOrDefault(entry.Id.ToString()) ?? new();
        review.WasDueOn = ReviewWasDue;
        var refused = await new HoldReview(record, day, entry, review).OnceAsync(meeting, cancel);
        return refused?.Field is nameof(Review.Happened) or nameof(Review.WhatChanged)
            or nameof(Review.WhatNext) or nameof(Review.NextOn) ? refused.About($"Review.{refused.Field}") : refused;
    }, typed => typed.Reviews.Remove($"{EntryId}"), cancel);
}
