using Kept.Domain;
using Kept.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>Reviews: coming back on the date, and what was found.</summary>
internal sealed class LookingBack : ITellsStory
{
    public string Kind => "review";

    public string Title => "Reviews";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var reviews = record.Reviews.AsNoTracking().Where(r => r.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            reviews = reviews.Where(r => r.ById == person);
        }

        var rows = await stretch.Of(reviews.Select(r => new Timed<Review> { Row = r, At = r.HeldAt, Id = r.Id }))
            .Join(record.Entries, r => r.EntryId, e => e.Id, (r, e) => new { Review = r, e.HappenedOn, e.Visibility })
            .Select(row => new
            {
                row.Review,
                Entry = new { row.HappenedOn, row.Visibility },
                By = record.Names.Where(p => p.Id == row.Review.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Review.HeldAt, row.Review.Id), Kind, $"Review of what was agreed on {row.Entry.HappenedOn.InWords()}: {InWords(row.Review.Happened)}",
            $"/entries/{row.Review.EntryId}", row.Review.Visibility > row.Entry.Visibility ? row.Review.Visibility : row.Entry.Visibility)
        {
            By = row.By,
            Words = row.Review.WhatNext is { } next ? [new Words(null, row.Review.WhatChanged), new Words("Next", next)] : [new Words(null, row.Review.WhatChanged)]
        })];
    }

    private static string InWords(DidItHappen happened) => happened switch
    {
        DidItHappen.Yes => "it happened",
        DidItHappen.Partly => "it happened in part",
        _ => "it did not happen"
    };
}
