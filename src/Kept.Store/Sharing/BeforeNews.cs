using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Sharing;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Sharing;

/// <summary>
/// The check before news, which every family reads. Nobody’s family is gone through: three statements find every place that the school keeps from somebody,
/// and what families wrote lately.
/// </summary>
internal static class BeforeNews
{
    private const int MostTies = 2000;

    /// <summary>Who writes news has read so far back.</summary>
    private static readonly Duration Lately = Duration.FromDays(60);

    /// <summary>The sentences, for staff. None: nothing stands in the way.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(KeptDb db, VisibleRecord record, News news, Instant now, CancellationToken cancel)
    {
        var own = await OwnWords.LatelyAsync(db, record, now - Lately, cancel);
        return [.. SharingCheck.FindingsInNews($"{news.Title} \u2029 {news.Words}", await PlacesAsync(db, now.InZone(School.Zone).Date, cancel), own)];
    }

    /// <summary>What is kept private by name; telephone and email of whoever keeps a place, and of all carers of a child where a court order stands.</summary>
    private static async Task<IReadOnlyList<string>> PlacesAsync(KeptDb db, LocalDate today, CancellationToken cancel)
    {
        var kept = await db.Relationships.AsNoTracking().Where(t => t.KeptFromOthers != null).OrderByDescending(t => t.Id).Take(MostTies).ToListAsync(cancel);
        var ordered = db.Relationships.Where(t =>
            t.Restriction != ContactRestriction.None && (t.RestrictionUntil == null || t.RestrictionUntil >= today) && (t.RestrictionFrom == null || t.RestrictionFrom <= today));
        var carers = db.Relationships.Where(t => t.KeptFromOthers != null).Select(t => t.CarerId)
            .Union(ordered.Join(db.Relationships, o => o.PupilId, t => t.PupilId, (o, t) => t.CarerId));
        var guarded = await db.People.AsNoTracking()
            .Where(p => carers.Contains(p.Id))
            .OrderByDescending(p => p.Id).Take(MostTies)
            .Select(p => new { p.Phone, p.Email }).ToListAsync(cancel);
        return [.. kept.SelectMany(t => t.PrivatePlaces), .. guarded.SelectMany(p => new[] { p.Phone, p.Email }).OfType<string>()];
    }
}
