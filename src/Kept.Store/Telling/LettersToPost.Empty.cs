using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// Letters that came out empty: what they are about could not be read from the carer’s side. They would come out empty again, so they are made ready no more until
/// something new comes for that carer; a person looks, and tells them or says that there is nothing to tell.
/// </summary>
public sealed partial class LettersToPost
{
    private IQueryable<Dispatch> Empty => Unprinted.Where(d => d.Problem != null);

    public Task<int> EmptyAsync(CancellationToken cancel) => Empty.CountAsync(cancel);

    public async Task<IReadOnlyList<LetterLine>> ListEmptyAsync(CancellationToken cancel) => await LinesAsync(await Ordered(Rows(Empty)).Take(PageSize).ToListAsync(cancel), cancel);

    /// <summary>Writes down which letters of a pile stand in the file that is made of it, and which are empty: nobody can say of those that they are in the post.</summary>
    /// <param name="id">Of the run.</param>
    /// <param name="written">What was to be said.</param>
    /// <param name="numbers">Of the letters that there is something of.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task CameOutAsync(Id<LetterRun> id, IReadOnlyList<LetterToWrite> written, IReadOnlySet<int> numbers, CancellationToken cancel)
    {
        foreach (var same in written.GroupBy(l => numbers.Contains(l.Number) ? null : Dispatch.NothingToPrint).Where(same => same.Any(l => l.Dispatch.Problem != same.Key)))
        {
            var (ids, problem) = (same.Select(l => l.Dispatch.Id).ToList(), same.Key);
            await Printed(id).Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.Problem, problem), cancel);
        }
    }

    /// <summary>Nothing was to be told after all. Gives the carer’s name; null where it is no such letter any more, or stands for something that the viewer does not see.</summary>
    public async Task<string?> NothingToTellAsync(Id<Dispatch> id, CancellationToken cancel)
    {
        var (by, now, seen) = (viewer.PersonId, clock.GetCurrentInstant(), db.Notices.VisibleTo(viewer, db));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var letter = await Empty.AsNoTracking().Where(d => d.Id == id && !db.Notices.Any(n => n.DispatchId == d.Id && n.WithheldAt == null && n.OpenedAt == null && !seen.Any(s => s.Id == n.Id)))
            .Join(db.People, d => d.CarerId, p => p.Id, (d, p) => new { d.CarerId, d.Tries, p.Name }).FirstOrDefaultAsync(cancel);
        if (letter is null
            || await db.Dispatches.Where(d => d.Id == id && d.State == DispatchState.ByHand && d.RunId == null && d.Tries == letter.Tries)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now).SetProperty(d => d.SaidById, by), cancel) != 1)
        {
            return null;
        }

        await db.Notices.Where(n => n.DispatchId == id && n.OpenedAt == null && n.WithheldAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.WithheldAt, now), cancel);
        await new LedgerWriter(db, viewer, clock).SaveAsync([new NothingToTell(letter.CarerId, id)], cancel);
        await transaction.CommitAsync(cancel);
        return letter.Name;
    }
}
