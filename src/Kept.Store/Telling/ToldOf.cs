using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>A piece of news as a carer reads it.</summary>
public sealed record NewsShared(Id<News> Id, string Title, string Words, Instant At, bool IsNew);

/// <summary>A carer’s own door to what they were told: their news, and that they have it before them. Opening is not doing: nothing is answered by it (rule 13).</summary>
public sealed class ToldOf(KeptDb db, CarerViewer carer, IClock clock)
{
    private const int MostNews = 20;
    private const int MostWaiting = 200;

    private IQueryable<Notice> Notices => db.Notices.VisibleTo(carer, db);

    /// <summary>What this carer has not opened yet: of one child, and news.</summary>
    public async Task<IReadOnlyList<Notice>> UnopenedAsync(Id<Pupil> child, CancellationToken cancel) =>
        await Notices.AsNoTracking()
            .Where(n => n.OpenedAt == null && n.WithheldAt == null && (n.PupilId == child || n.PupilId == null))
            .OrderByDescending(n => n.MadeAt).Take(MostWaiting).ToListAsync(cancel);

    /// <summary>The latest of what the school told this carer with many others.</summary>
    public async Task<IReadOnlyList<NewsShared>> NewsAsync(CancellationToken cancel)
    {
        var told = await Notices.Where(n => n.Of == NoticeOf.News && n.WithheldAt == null).OrderByDescending(n => n.MadeAt).Take(MostNews)
            .Select(n => new { n.AboutId, n.OpenedAt }).ToListAsync(cancel);
        var ids = told.Select(n => new Id<News>(n.AboutId)).ToList();
        var news = ids.Count == 0 ? [] : await db.News.AsNoTracking().Where(n => ids.Contains(n.Id)).OrderByDescending(n => n.At).Take(MostNews).ToListAsync(cancel);
        return [.. news.Select(n => new NewsShared(n.Id, n.Title, n.Words, n.At, told.Exists(t => t.AboutId == n.Id.Value && t.OpenedAt is null)))];
    }

    /// <summary>The carer has these before them. What was still to be sent because of them alone is not sent any more.</summary>
    public async Task OpenedAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        if (notices.Count == 0)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var ids = notices.Select(n => n.Id).ToList();
        var dispatches = notices.Select(n => n.DispatchId).OfType<Id<Dispatch>>().Distinct().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Notices.Where(n => ids.Contains(n.Id) && n.OpenedAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.OpenedAt, now).SetProperty(n => n.TellAt, (Instant?)null), cancel);
        if (dispatches.Count > 0)
        {
            var seen = db.Dispatches.Where(d => dispatches.Contains(d.Id) && !db.Notices.Any(n => n.DispatchId == d.Id && n.OpenedAt == null && n.WithheldAt == null));
            await seen.Where(d => d.State == DispatchState.Waiting || d.State == DispatchState.ByHand)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now), cancel);
            await seen.Where(d => d.State == DispatchState.Unclear).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Delivered).SetProperty(d => d.SettledAt, now), cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
