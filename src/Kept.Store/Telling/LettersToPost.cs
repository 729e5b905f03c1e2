using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store.Ledger;
using Kept.Store.People;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// Staff’s door to the letters that wait: made ready to print some at a time, and marked when they are in the post. A letter is in one run only, so that two who
/// print at once print it once, and what is marked is what was on the paper.
/// </summary>
public sealed partial class LettersToPost(KeptDb db, StaffViewer viewer, IClock clock)
{
    public const int PageSize = 50;

    private const int MostClasses = 200;
    private const int MostRuns = 200;
    private const int MostPosted = 30;

    /// <summary>So often a pile is filled up, where some of what was next may not go.</summary>
    private const int MostLooks = 10;

    /// <summary>So long a run that is in the post is still listed, for who finds one on the floor.</summary>
    private static readonly Duration ListedFor = Duration.FromDays(14);

    private LocalDate Today => clock.GetCurrentInstant().InZone(School.Zone).Date;

    private IQueryable<Dispatch> Letters => db.Dispatches.VisibleTo(viewer, db).Where(d => d.Way == WayToTell.Letter && d.Of == DispatchOf.Notices);

    private IQueryable<Relationship> ToldTies => db.Relationships.VisibleTo(viewer, db).Where(Relationship.ToldOn(Today));

    /// <summary>Those that are to be printed; what came out empty before is for a person to look at (<see cref="Empty"/>).</summary>
    private IQueryable<Dispatch> Waiting => Unprinted.Where(d => d.Problem == null);

    /// <summary>In no pile, to carers who may be told today. What waits until it is written down who decides (rule 15) is not among them.</summary>
    private IQueryable<Dispatch> Unprinted
    {
        get
        {
            var (ties, asking, seen) = (ToldTies, db.Pupils.AskingOn(db.Schools, Today), db.Notices.VisibleTo(viewer, db));
            return Letters.Where(d => d.State == DispatchState.ByHand && d.RunId == null
                && seen.Any(n => n.DispatchId == d.Id && n.WithheldAt == null && n.OpenedAt == null
                    && ties.Any(t => t.CarerId == n.CarerId && (n.PupilId == null || t.PupilId == n.PupilId)))
                && !db.Notices.Any(n => n.DispatchId == d.Id && asking.Any(p => p.Id == n.PupilId)));
        }
    }

    public Task<int> WaitingAsync(CancellationToken cancel) => Waiting.CountAsync(cancel);

    /// <summary>How many wait, class by class.</summary>
    public async Task<IReadOnlyList<LettersOfAClass>> ClassesAsync(CancellationToken cancel)
    {
        var counts = await Rows(Waiting).GroupBy(r => r.ClassName).Select(same => new { ClassName = same.Key, Count = same.Count() }).OrderBy(c => c.ClassName).Take(MostClasses).ToListAsync(cancel);
        return [.. counts.Select(c => new LettersOfAClass(c.ClassName, c.Count))];
    }

    public Task<int> CountAsync(LetterFilter filter, CancellationToken cancel) => Fitting(Rows(Waiting), filter).CountAsync(cancel);

    /// <summary>A page of those that wait, in the order in which they will be printed.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<LetterLine>> ListAsync(LetterFilter filter, int number, CancellationToken cancel) =>
        await LinesAsync(await Ordered(Fitting(Rows(Waiting), filter)).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel), cancel);

    /// <summary>What is printed and not in the post yet, and what went lately. The latest first, and what is not in the post before all that is.</summary>
    public async Task<IReadOnlyList<LetterRunLine>> RunsAsync(CancellationToken cancel)
    {
        var (since, letters) = (clock.GetCurrentInstant() - ListedFor, Letters);
        var runs = await db.LetterRuns.AsNoTracking()
            .Where(r => letters.Any(d => d.RunId == r.Id && (d.State == DispatchState.ByHand || (d.State == DispatchState.Told && r.MadeAt > since))))
            .OrderByDescending(r => letters.Any(d => d.RunId == r.Id && d.State == DispatchState.ByHand)).ThenByDescending(r => r.MadeAt).ThenByDescending(r => r.Id).Take(MostRuns)
            .Join(db.People, r => r.ById, p => p.Id, (r, p) => new { Run = r, By = p.Name, })
            .ToListAsync(cancel);
        var ids = runs.Select(r => (Id<LetterRun>?)r.Run.Id).ToList();
        var counts = await letters.Where(d => ids.Contains(d.RunId)).GroupBy(d => new { d.RunId, d.State }).Select(same => new { same.Key.RunId, same.Key.State, Count = same.Count() }).ToListAsync(cancel);
        var lines = runs.OrderByDescending(r => r.Run.MadeAt).Select(r => new LetterRunLine(r.Run, r.By, Of(r.Run.Id, DispatchState.ByHand), Of(r.Run.Id, DispatchState.Told))).ToLookup(r => r.Printed > 0);
        return [.. lines[true], .. lines[false].Take(MostPosted)];

        int Of(Id<LetterRun> run, DispatchState state) => counts.Where(c => c.RunId == run && c.State == state).Sum(c => c.Count);
    }

    /// <summary>Takes the next of them out of what waits, to be printed together. The same run again where the form was sent twice.</summary>
    /// <param name="id">Chosen by the form.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<Id<LetterRun>>> PrepareAsync(Id<LetterRun> id, LetterFilter filter, CancellationToken cancel)
    {
        if (await db.LetterRuns.AnyAsync(r => r.Id == id, cancel))
        {
            return id;
        }

        var next = await NextAsync(filter, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(new LetterRun { Id = id, SchoolId = viewer.SchoolId, ById = viewer.PersonId, MadeAt = clock.GetCurrentInstant() });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice in the same moment: the other one has made it.
            return id;
        }

        var number = 0;
        foreach (var letter in next)
        {
            var at = number + 1;
            number += await db.Dispatches.Where(d => d.Id == letter.Id && d.State == DispatchState.ByHand && d.RunId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.RunId, id).SetProperty(d => d.RunNumber, at), cancel);
        }

        if (number == 0)
        {
            return new Refusal("No such letter waits any more. Somebody else may just have made them ready");
        }

        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>
    /// Those that are to be printed next, and may be. What may not go is withheld for good, whether or not a pile comes of it; and what the viewer cannot make ready
    /// does not stand before what they can.
    /// </summary>
    private async Task<IReadOnlyList<Dispatch>> NextAsync(LetterFilter filter, CancellationToken cancel)
    {
        var stillTrue = new LettersStillTrue(db, viewer, clock);
        List<Dispatch> next = [];
        List<Id<Dispatch>> looked = [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        for (var look = 0; look < MostLooks && next.Count < LetterRun.Most; look++)
        {
            var more = await Ordered(Fitting(Rows(Waiting.Where(d => !looked.Contains(d.Id))), filter)).Take(LetterRun.Most).Select(r => r.Dispatch).ToListAsync(cancel);
            if (more.Count == 0)
            {
                break;
            }

            var ready = await stillTrue.OfAsync(more, cancel);
            looked.AddRange(more.Select(d => d.Id));
            next.AddRange(more.Where(d => ready.Contains(d.Id)));
        }

        await transaction.CommitAsync(cancel);
        return [.. next.Take(LetterRun.Most)];
    }

    /// <summary>A run as the viewer sees it, in the order of the paper. Null where there is none that they see anything of.</summary>
    public async Task<(LetterRunLine Run, IReadOnlyList<LetterLine> Letters)?> RunAsync(Id<LetterRun> id, CancellationToken cancel)
    {
        var run = await db.LetterRuns.AsNoTracking().Where(r => r.Id == id).Join(db.People, r => r.ById, p => p.Id, (r, p) => new { Run = r, By = p.Name }).FirstOrDefaultAsync(cancel);
        if (run is null)
        {
            return null;
        }

        var lines = await LinesAsync(
            await Rows(Letters.Where(d => d.RunId == id && (d.State == DispatchState.ByHand || d.State == DispatchState.Told))).OrderBy(r => r.Dispatch.RunNumber).Take(LetterRun.Most).ToListAsync(cancel), cancel);
        if (lines.Count == 0)
        {
            return null;
        }

        // On the paper, and not to go: the carer may not be told any more, has read it, or part of it is not shared any longer.
        var left = await Letters.Where(d => d.RunId == id && (d.State == DispatchState.ByHand || d.State == DispatchState.Dropped))
            .OrderBy(d => d.RunNumber).Take(LetterRun.Most).Select(d => new { d.Id, d.RunNumber }).ToListAsync(cancel);
        var stale = await StaleAsync(run.Run, [.. left.Select(d => d.Id)], cancel);
        var takeOut = left.Where(d => stale.Contains(d.Id) || lines.All(l => l.Id != d.Id)).Select(d => d.RunNumber!.Value).ToList();
        return (new LetterRunLine(run.Run, run.By, lines.Count(l => IsPrinted(l)), lines.Count(l => !IsPrinted(l))) { TakeOut = takeOut }, lines);

        static bool IsPrinted(LetterLine line) => line.Told.Dispatch.State is DispatchState.ByHand;
    }

    /// <summary>Whether there is such a run for the viewer: they made it, or see something of it.</summary>
    public Task<bool> SeesAsync(Id<LetterRun> id, CancellationToken cancel)
    {
        var letters = Letters;
        return db.LetterRuns.AnyAsync(r => r.Id == id && (r.ById == viewer.PersonId || letters.Any(d => d.RunId == r.Id)), cancel);
    }

    /// <summary>What each letter of a run that is not in the post yet is to say now. What may not be told any more is not among it.</summary>
    public async Task<IReadOnlyList<LetterToWrite>> ToWriteAsync(Id<LetterRun> id, CancellationToken cancel)
    {
        var rows = await Printed(id).AsNoTracking().OrderBy(d => d.RunNumber).Take(LetterRun.Most).Join(db.People, d => d.CarerId, p => p.Id, (d, p) => new { Dispatch = d, Carer = p }).ToListAsync(cancel);
        return await new LettersStillTrue(db, viewer, clock).ToWriteAsync([.. rows.OrderBy(r => r.Dispatch.RunNumber).Select(r => (r.Dispatch, r.Carer))], cancel);
    }

    /// <summary>They are in the post: each of them once, whoever presses, and however often. Those that did not print wait again.</summary>
    /// <param name="id">Of the run.</param>
    /// <param name="shown">Those that stood on the page: nobody says it of another.</param>
    /// <param name="notPrinted">Which of them did not print.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<LettersDone> PostedAsync(Id<LetterRun> id, IReadOnlyCollection<Id<Dispatch>> shown, IReadOnlyCollection<Id<Dispatch>> notPrinted, CancellationToken cancel)
    {
        var (by, now) = (viewer.PersonId, clock.GetCurrentInstant());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var printed = await Printed(id).AsNoTracking().Where(d => shown.Contains(d.Id)).OrderBy(d => d.RunNumber).Take(LetterRun.Most).ToListAsync(cancel);
        var may = await new LettersStillTrue(db, viewer, clock).OfAsync(printed, cancel);
        var run = await db.LetterRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);
        var stale = run is null ? [] : await StaleAsync(run, [.. printed.Select(d => d.Id)], cancel);
        List<ILedgerEvent> told = [];
        var (back, empty) = (0, 0);
        foreach (var letter in printed.Where(d => may.Contains(d.Id)))
        {
            // What was printed says more than may be told by now: it is printed again without that. What came out empty is on no paper.
            var row = db.Dispatches.Where(d => d.Id == letter.Id && d.RunId == id && d.State == DispatchState.ByHand);
            if (notPrinted.Contains(letter.Id) || stale.Contains(letter.Id) || letter.Problem is not null)
            {
                var isBack = await row.ExecuteUpdateAsync(set => set.SetProperty(d => d.RunId, (Id<LetterRun>?)null).SetProperty(d => d.RunNumber, (int?)null), cancel);
                (back, empty) = letter.Problem is null ? (back + isBack, empty) : (back, empty + isBack);
            }
            else if (await row.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Told).SetProperty(d => d.SettledAt, now).SetProperty(d => d.SaidById, by), cancel) == 1)
            {
                told.Add(new CarerToldByHand(letter.CarerId, letter.Id));
            }
        }

        await KeepAsync(told, cancel);
        await transaction.CommitAsync(cancel);
        return new LettersDone(told.Count, back, empty, printed.Count - may.Count);
    }

    /// <summary>They did not go after all, and wait again. What the carer has opened meanwhile needs no letter.</summary>
    public async Task<int> TakeBackAsync(Id<LetterRun> id, IReadOnlyCollection<Id<Dispatch>> which, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var posted = await Letters.AsNoTracking()
            .Where(d => d.RunId == id && d.State == DispatchState.Told && which.Contains(d.Id) && db.Notices.Any(n => n.DispatchId == d.Id && n.OpenedAt == null && n.WithheldAt == null))
            .OrderBy(d => d.RunNumber).Take(LetterRun.Most).ToListAsync(cancel);
        List<ILedgerEvent> back = [];
        foreach (var letter in posted)
        {
            if (await db.Dispatches.Where(d => d.Id == letter.Id && d.RunId == id && d.State == DispatchState.Told).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, DispatchState.ByHand).SetProperty(d => d.SettledAt, (Instant?)null).SetProperty(d => d.SaidById, (Id<Person>?)null)
                    .SetProperty(d => d.RunId, (Id<LetterRun>?)null).SetProperty(d => d.RunNumber, (int?)null),
                cancel) == 1)
            {
                back.Add(new LetterTakenBack(letter.CarerId, letter.Id));
            }
        }

        await KeepAsync(back, cancel);
        await transaction.CommitAsync(cancel);
        return back.Count;
    }

    private IQueryable<Dispatch> Printed(Id<LetterRun> id) => Letters.Where(d => d.RunId == id && d.State == DispatchState.ByHand);

    /// <summary>Those of which something may not be told any more that stands on the paper.</summary>
    private async Task<HashSet<Id<Dispatch>>> StaleAsync(LetterRun run, IReadOnlyCollection<Id<Dispatch>> letters, CancellationToken cancel)
    {
        var ids = letters.Select(id => (Id<Dispatch>?)id).ToList();
        return [.. await db.Notices.Where(n => ids.Contains(n.DispatchId) && n.WithheldAt > run.MadeAt).Select(n => n.DispatchId!.Value).Distinct().Take(LetterRun.Most).ToListAsync(cancel)];
    }

    private async Task KeepAsync(List<ILedgerEvent> happened, CancellationToken cancel)
    {
        if (happened.Count > 0)
        {
            await new LedgerWriter(db, viewer, clock).SaveAsync(happened, cancel);
        }
    }
}
