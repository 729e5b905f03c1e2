using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store.Ledger;
using Kept.Store.Log;
using Kept.Store.People;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Staff's door to how families are told: what waits for their hands, who has been told of what, and news.</summary>
public sealed class TellingRegister(KeptDb db, StaffViewer viewer, IClock clock)
{
    public const int Most = 100;

    private const int MostCarers = 40;
    private const int MostNews = 50;

    /// <summary>What could not be delivered is told of for so long.</summary>
    private static readonly Duration FailuresFor = Duration.FromDays(14);

    private IQueryable<Notice> Notices => db.Notices.VisibleTo(viewer, db);

    private IQueryable<Dispatch> Dispatches => db.Dispatches.VisibleTo(viewer, db);

    /// <summary>
    /// What may not have arrived, what waits for somebody’s hands, and what has failed lately, or went another way because it had. Letters stand in a list of their
    /// own (<see cref="LettersToPost"/>): after news to all families they would hide everybody who waits for a call.
    /// </summary>
    public async Task<IReadOnlyList<ToTell>> ListAsync(CancellationToken cancel)
    {
        var since = clock.GetCurrentInstant() - FailuresFor;
        var rows = await Dispatches.AsNoTracking()
            .Where(d => d.State == DispatchState.Unclear || (d.State == DispatchState.ByHand && d.Way != WayToTell.Letter)
                || ((d.State == DispatchState.Failed || (d.Earlier != null && (d.State == DispatchState.Waiting || d.State == DispatchState.Sending || d.State == DispatchState.Sent || d.State == DispatchState.Delivered)))
                    && d.MadeAt > since))
            .OrderBy(d => d.MadeAt).ThenBy(d => d.Id)
            .Take(Most)
            .Join(db.People, d => d.CarerId, p => p.Id, (d, p) => new { Dispatch = d, Carer = p })
            .ToListAsync(cancel);
        return await new ToTellRows(db, viewer, Today).OfAsync([.. rows.Select(r => (r.Dispatch, r.Carer))], cancel);
    }

    /// <summary>Each carer of one shared thing, with how they were told: an entry, a meeting, a version of a plan.</summary>
    public async Task<IReadOnlyList<ToldLine>> OfAsync(Guid about, CancellationToken cancel) =>
        await Notices.AsNoTracking()
            .Where(n => n.AboutId == about)
            .OrderByDescending(n => n.MadeAt).ThenBy(n => n.Id)
            .Take(MostCarers)
            .Join(db.People, n => n.CarerId, p => p.Id, (n, p) => new { Notice = n, Carer = p })
            .GroupJoin(db.Dispatches, both => both.Notice.DispatchId, d => d.Id, (both, dispatches) => new { both.Notice, both.Carer, Dispatches = dispatches })
            .SelectMany(all => all.Dispatches.DefaultIfEmpty(), (all, d) => new ToldLine(all.Carer.Id, all.Carer.Name, all.Notice, d))
            .ToListAsync(cancel);

    /// <summary>Somebody says that they told them, or that it arrived after all. Null where the viewer sees no such thing, or it waits no more.</summary>
    /// <param name="id">What they told.</param>
    /// <param name="seen">How often it had been added to when they looked at it: what came since they have not told.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<string>?> ToldAsync(Id<Dispatch> id, int seen, CancellationToken cancel)
    {
        if (await WaitingAsync(id, cancel) is not { } dispatch)
        {
            return null;
        }

        // Of what is on paper each letter is in one pile, and whoever has the pile says what became of it.
        if (dispatch.RunId is not null)
        {
            return new Refusal("This letter is printed, in a pile with others. Open the pile and say there whether it is in the post");
        }

        if (dispatch.Tries != seen)
        {
            return new Refusal("Something more has come for them since you looked. Tell them that too, then press again");
        }

        var (by, now) = (viewer.PersonId, clock.GetCurrentInstant());
        var name = await ActAsync(
            dispatch,
            row => row.Where(d => d.Tries == seen && d.RunId == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Told).SetProperty(d => d.SettledAt, now).SetProperty(d => d.SaidById, by), cancel),
            new CarerToldByHand(dispatch.CarerId, id),
            cancel);
        return name is null ? default(Result<string>?) : Result<string>.Of(name);
    }

    /// <summary>Somebody has looked, and it did not arrive: it goes out once more.</summary>
    public async Task<string?> AgainAsync(Id<Dispatch> id, CancellationToken cancel)
    {
        // While the service is still being asked, nobody has to guess.
        if (await WaitingAsync(id, cancel) is not { State: DispatchState.Unclear, AskAt: null } dispatch)
        {
            return null;
        }

        var (by, now) = (viewer.PersonId, clock.GetCurrentInstant());
        var again = new Dispatch
        {
            Id = Id<Dispatch>.New(),
            SchoolId = dispatch.SchoolId,
            CarerId = dispatch.CarerId,
            Of = dispatch.Of,
            Way = dispatch.Way,
            Address = dispatch.Address,
            Language = dispatch.Language,
            MadeAt = now,
            State = DispatchState.Waiting,
            NextAt = now,
            SaidById = dispatch.Of is DispatchOf.WayIn ? dispatch.SaidById : null
        };
        return await ActAsync(
            dispatch,
            async row =>
            {
                var done = await row.ExecuteUpdateAsync(
                    set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now).SetProperty(d => d.SaidById, by), cancel);
                db.Add(again);
                await db.SaveChangesAsync(cancel);
                await db.Notices.Where(n => n.DispatchId == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.DispatchId, again.Id), cancel);
                return done;
            },
            new SentAgain(dispatch.CarerId, id),
            cancel);
    }

    /// <param name="news">What every family is to read.</param>
    /// <param name="record">The teller’s own: what they may see is what the check compares.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Refusal?> TellAsync(News news, VisibleRecord record, CancellationToken cancel)
    {
        if (await db.News.AnyAsync(n => n.Id == news.Id, cancel))
        {
            return null;
        }

        if (await record.StopsAsync(news, cancel) is { } stop)
        {
            return stop;
        }

        db.Add(news);
        db.Add(new Tiding { Id = Id<Tiding>.New(), SchoolId = news.SchoolId, Of = NoticeOf.News, AboutId = news.Id.Value, At = news.At, ById = news.ById });
        await new LedgerWriter(db, viewer, clock).SaveAsync([new NewsTold(news.Id)], cancel);
        return null;
    }

    /// <summary>Who has not been told of it yet will not be. False where everybody has.</summary>
    public async Task<bool> TakeBackAsync(Id<News> id, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var unworked = await db.Tidings.Where(t => t.AboutId == id.Value && t.Of == NoticeOf.News).ExecuteDeleteAsync(cancel);
        var waiting = await db.Notices.Where(n => n.AboutId == id.Value && n.Of == NoticeOf.News && n.TellAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.TellAt, (Instant?)null).SetProperty(n => n.WithheldAt, now), cancel);

        // What has been put together, and has neither left nor been said, leaves without it.
        var unsaid = db.Dispatches.Where(d => d.State == DispatchState.Waiting || d.State == DispatchState.ByHand);
        waiting += await db.Notices.Where(n => n.AboutId == id.Value && n.Of == NoticeOf.News && n.OpenedAt == null && n.WithheldAt == null && unsaid.Any(d => d.Id == n.DispatchId))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.WithheldAt, now), cancel);
        await unsaid.Where(d => d.Of == DispatchOf.Notices && db.Notices.Any(n => n.DispatchId == d.Id && n.AboutId == id.Value) && !db.Notices.Any(n => n.DispatchId == d.Id && n.WithheldAt == null && n.OpenedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now), cancel);
        if (unworked + waiting == 0)
        {
            return false;
        }

        await new LedgerWriter(db, viewer, clock).SaveAsync([new NewsTakenBack(id)], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public async Task<IReadOnlyList<NewsLine>> NewsAsync(CancellationToken cancel) =>
        await db.News.AsNoTracking().OrderByDescending(n => n.At).Take(MostNews).Join(db.People, n => n.ById, p => p.Id, (n, p) => new NewsLine(n, p.Name)).ToListAsync(cancel);

    public async Task<NewsLine?> NewsAsync(Id<News> id, CancellationToken cancel) =>
        await db.News.AsNoTracking().Where(n => n.Id == id).Join(db.People, n => n.ById, p => p.Id, (n, p) => new NewsLine(n, p.Name)).FirstOrDefaultAsync(cancel);

    /// <summary>How many carers a piece of news would go to now: who may be told of some child of that year, or of any.</summary>
    public async Task<int> CarersAsync(string? yearGroup, CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InZone(School.Zone).Date;
        var children = db.Pupils.Where(p => (p.LeftOn == null || p.LeftOn >= today) && (yearGroup == null || p.YearGroup == yearGroup));
        return await db.Relationships
            .Where(Relationship.ToldOn(today)).Where(t => children.Any(c => c.Id == t.PupilId))
            .Join(db.People.Where(p => p.Kind == PersonKind.Carer && (p.LeftOn == null || p.LeftOn >= today)), t => t.CarerId, p => p.Id, (t, _) => t.CarerId)
            .Distinct().CountAsync(cancel);
    }

    public async Task<NewsProgress> ProgressAsync(Id<News> id, CancellationToken cancel)
    {
        var isWaiting = await db.Tidings.AnyAsync(t => t.AboutId == id.Value && t.Of == NoticeOf.News, cancel);
        var counts = await db.Notices.Where(n => n.AboutId == id.Value && n.Of == NoticeOf.News)
            .GroupJoin(db.Dispatches, n => n.DispatchId, d => d.Id, (n, dispatches) => new { Notice = n, Dispatches = dispatches })
            .SelectMany(both => both.Dispatches.DefaultIfEmpty(), (both, d) => new
            {
                State = d == null ? (DispatchState?)null : d.State,
                IsOpened = both.Notice.OpenedAt != null,
                IsWithheld = both.Notice.WithheldAt != null
            })
            .GroupBy(row => row)
            .Select(rows => new { rows.Key.State, rows.Key.IsOpened, rows.Key.IsWithheld, Count = rows.Count() })
            .ToListAsync(cancel);
        var told = counts.Where(c => !c.IsWithheld).ToList();
        return new NewsProgress(
            !isWaiting,
            told.Sum(c => c.Count),
            told.Where(c => c is { State: null or DispatchState.Waiting or DispatchState.Sending, IsOpened: false }).Sum(c => c.Count),
            told.Where(c => c.State is DispatchState.Sent or DispatchState.Delivered or DispatchState.Told).Sum(c => c.Count),
            told.Where(c => c.State is DispatchState.ByHand).Sum(c => c.Count),
            told.Where(c => c.State is DispatchState.Unclear).Sum(c => c.Count),
            told.Where(c => c.IsOpened).Sum(c => c.Count),
            counts.Where(c => c.IsWithheld).Sum(c => c.Count));
    }

    private LocalDate Today => clock.GetCurrentInstant().InZone(School.Zone).Date;

    private Task<Dispatch?> WaitingAsync(Id<Dispatch> id, CancellationToken cancel) =>
        Dispatches.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && (d.State == DispatchState.ByHand || d.State == DispatchState.Unclear), cancel);

    /// <summary>Once: of two who press at the same moment, one has done it. Gives the carer’s name.</summary>
    private async Task<string?> ActAsync(Dispatch dispatch, Func<IQueryable<Dispatch>, Task<int>> act, ILedgerEvent happened, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await act(db.Dispatches.Where(d => d.Id == dispatch.Id && d.State == dispatch.State)) != 1)
        {
            return null;
        }

        await new LedgerWriter(db, viewer, clock).SaveAsync([happened], cancel);
        await transaction.CommitAsync(cancel);
        return await db.People.Where(p => p.Id == dispatch.CarerId).Select(p => p.Name).FirstAsync(cancel);
    }
}
