using Kept.Domain;
using Kept.Domain.Reviews;
using Kept.Web.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Coming back, at the table, on what was agreed before.</summary>
public sealed partial class RunModel
{
    [BindProperty]
    public EntryReviewForm Review { get; set; } = new();

    public Task<IActionResult> OnPostReviewAsync(CancellationToken cancel) => ActAsync("review", "rows", async meeting =>
    {
        if (await record.Entries.FirstOrDefaultAsync(e => e.Id == Review.EntryId, cancel) is not { } entry)
        {
            return new Refusal("That is no longer there. Reload the page to see what happened");
        }

        var refused = await new HoldReview(record, day, entry, Review).OnceAsync(meeting, cancel);
        return refused?.Field is nameof(Domain.Reviews.Review.Happened) or nameof(Domain.Reviews.Review.WhatChanged)
            or nameof(Domain.Reviews.Review.WhatNext) or nameof(Domain.Reviews.Review.NextOn) ? refused.About($"Review.{refused.Field}") : refused;
    }, cancel);
}
