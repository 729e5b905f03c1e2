using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// Asks of letters, when they are made ready, printed and marked, whether they may still go: a court order of this morning counts, and what was shared by mistake.
/// What may not is withheld, as it is from an email in the moment of sending.
/// </summary>
internal sealed class LettersStillTrue(KeptDb db, StaffViewer viewer, IClock clock)
{
    private const int MostNotices = 10_000;
    private const int MostTies = 4000;

    private readonly Instant now = clock.GetCurrentInstant();

    /// <summary>Those that may go, and of which the viewer sees all that they say.</summary>
    public async Task<IReadOnlySet<Id<Dispatch>>> OfAsync(IReadOnlyList<Dispatch> letters, CancellationToken cancel)
    {
        var (notices, ties) = await ReadAsync(letters, cancel);
        var told = await ToldAsync(notices, ties, cancel);
        var withheld = notices.Select(n => n.Id).Except(told.Select(n => n.Id)).ToList();
        if (withheld.Count > 0)
        {
            await db.Notices.Where(n => withheld.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.WithheldAt, now), cancel);
        }

        // Of some the last part was withheld or read before now.
        if (told.Select(n => n.DispatchId).Distinct().Count() < letters.Count)
        {
            var ids = letters.Select(d => d.Id).ToList();
            await db.Dispatches.Where(d => ids.Contains(d.Id) && d.State == DispatchState.ByHand && !db.Notices.Any(n => n.DispatchId == d.Id && n.WithheldAt == null && n.OpenedAt == null))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now), cancel);
        }

        var seen = await SeenAsync(told, cancel);
        return told.GroupBy(n => n.DispatchId!.Value).Where(of => of.All(n => seen.Contains(n.Id))).Select(of => of.Key).ToHashSet();
    }

    /// <summary>What those of them that may go say.</summary>
    public async Task<IReadOnlyList<LetterToWrite>> ToWriteAsync(IReadOnlyList<(Dispatch Dispatch, Person Carer)> letters, CancellationToken cancel)
    {
        var (notices, ties) = await ReadAsync([.. letters.Select(l => l.Dispatch)], cancel);
        var told = await ToldAsync(notices, ties, cancel);
        var (seen, theirs) = (await SeenAsync(told, cancel), told.ToLookup(n => n.DispatchId!.Value));
        var about = told.Where(n => n.Of is NoticeOf.News).Select(n => new Id<News>(n.AboutId)).Distinct().ToList();
        var news = about.Count == 0 ? [] : await db.News.AsNoTracking().Where(n => about.Contains(n.Id)).OrderByDescending(n => n.At).Take(MostNotices).ToListAsync(cancel);
        return [.. letters
            .Where(l => theirs[l.Dispatch.Id].Any() && theirs[l.Dispatch.Id].All(n => seen.Contains(n.Id)))
            .Select(l => new LetterToWrite(
                l.Dispatch, l.Carer, TieOf(theirs[l.Dispatch.Id].First(), ties[l.Carer.Id]), [.. theirs[l.Dispatch.Id]],
                [.. news.Where(n => theirs[l.Dispatch.Id].Any(notice => notice.AboutId == n.Id.Value))]))];
    }

    private Relationship TieOf(Notice notice, IEnumerable<Relationship> ties) => ties.First(t => (notice.PupilId is null || t.PupilId == notice.PupilId) && t.MayBeToldOn(Today));

    private LocalDate Today => now.InZone(School.Zone).Date;

    private async Task<(IReadOnlyList<Notice> Notices, ILookup<Id<Person>, Relationship> Ties)> ReadAsync(IReadOnlyList<Dispatch> letters, CancellationToken cancel)
    {
        var (ids, carers) = (letters.Select(d => (Id<Dispatch>?)d.Id).ToList(), letters.Select(d => d.CarerId).Distinct().ToList());
        var notices = await db.Notices.AsNoTracking().Where(n => ids.Contains(n.DispatchId) && n.OpenedAt == null && n.WithheldAt == null).OrderBy(n => n.MadeAt).ThenBy(n => n.Id).Take(MostNotices).ToListAsync(cancel);
        var ties = await db.Relationships.AsNoTracking().Where(t => carers.Contains(t.CarerId)).OrderBy(t => t.Priority).ThenBy(t => t.Id).Take(MostTies).ToListAsync(cancel);
        return (notices, ties.ToLookup(t => t.CarerId));
    }

    private async Task<IReadOnlyList<Notice>> ToldAsync(IReadOnlyList<Notice> notices, ILookup<Id<Person>, Relationship> ties, CancellationToken cancel) =>
        [.. (await db.SharedAsync(notices, cancel)).Where(n => ties[n.CarerId].MayHear(n, Today))];

    /// <summary>What the viewer sees, and may be said by now: of a young person of whom nobody has written down who decides, nothing (rule 15).</summary>
    private async Task<HashSet<Id<Notice>>> SeenAsync(IReadOnlyList<Notice> told, CancellationToken cancel)
    {
        var ids = told.Select(n => n.Id).ToList();
        var visible = (await db.Notices.VisibleTo(viewer, db).Where(n => ids.Contains(n.Id)).Select(n => n.Id).Take(MostNotices).ToListAsync(cancel)).ToHashSet();
        var children = told.Select(n => n.PupilId).OfType<Id<Pupil>>().Distinct().ToList();
        var asking = (await db.Pupils.AskingOn(db.Schools, Today).Where(p => children.Contains(p.Id)).Select(p => p.Id).Take(MostNotices).ToListAsync(cancel)).ToHashSet();
        return [.. told.Where(n => visible.Contains(n.Id) && (n.PupilId is not { } child || !asking.Contains(child))).Select(n => n.Id)];
    }
}
