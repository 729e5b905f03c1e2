using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Reviews;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Reviews;

/// <summary>Holds the review of an entry once: a button pressed twice, or two people at once, do not make two.</summary>
internal sealed class HoldReview(VisibleRecord record, SchoolDay day, LogEntry entry, ReviewForm form)
{
    /// <summary>Within this time the same words are a button pressed twice.</summary>
    private static readonly Duration Twice = Duration.FromMinutes(1);

    /// <param name="within">The meeting it is held in, if any; it keeps that in the same save.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Refusal?> OnceAsync(Meeting? within, CancellationToken cancel)
    {
        if (await IsTheSameAgainAsync(cancel))
        {
            return null;
        }

        if (form.WasDueOn is { Length: > 0 } was && was != ReviewForm.Due(entry.ReviewOn))
        {
            return new Refusal("Somebody else has reviewed this meanwhile. Look at what they found, then say what is new");
        }

        if (!TypedDay.ToCome(form.NextOn, day.Today, day.Calendar).Allowed(out var next, out var refused))
        {
            return refused.About(nameof(Review.NextOn));
        }

        if (!Held(within, next).Allowed(out var held, out refused))
        {
            return refused;
        }

        refused = await record.SaveAsync(new ReviewHeld(entry.PupilId, held.Id), cancel);
        return refused is null || await IsTheSameAgainAsync(cancel) ? null : refused;
    }

    private Result<Review> Held(Meeting? within, LocalDate? next)
    {
        var answers = new ReviewAnswers(form.Happened, form.WhatChanged, form.WhatNext, next);
        var by = record.Viewer.PersonId;
        if (within is null)
        {
            if (Review.Hold(entry, answers, day.Today, by, day.Now).Allowed(out var alone, out var no))
            {
                record.Add(alone);
                return alone;
            }

            return no;
        }

        if (!ReviewGoneThrough.Hold(within, entry, answers, day.Today, by, day.Now).Allowed(out var held, out var refused))
        {
            return refused;
        }

        record.Add(held.Review);
        record.Add(held.Part);
        return held.Review;
    }

    private async Task<bool> IsTheSameAgainAsync(CancellationToken cancel)
    {
        var (changed, next, since) = (Text.Tidy(form.WhatChanged), Text.Tidy(form.WhatNext), day.Now - Twice);
        return form.WasDueOn is not null && await record.Reviews.AnyAsync(r =>
            r.EntryId == entry.Id && r.ById == record.Viewer.PersonId && r.HeldAt >= since && r.WhatChanged == changed && r.WhatNext == next, cancel);
    }
}
