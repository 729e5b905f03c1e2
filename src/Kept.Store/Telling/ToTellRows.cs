using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using Kept.Store.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>What stands behind each thing that is to be told: whom it is about and what, as far as the viewer sees it today.</summary>
internal sealed class ToTellRows(KeptDb db, StaffViewer viewer, LocalDate today)
{
    private const int MostNotices = 2000;
    private const int MostChildren = 100;

    /// <summary>In the same order; without what a court, or a correction, has ended since: that is not for anybody to say any more.</summary>
    public async Task<IReadOnlyList<ToTell>> OfAsync(IReadOnlyList<(Dispatch Dispatch, Person Carer)> rows, CancellationToken cancel)
    {
        var (ids, carers) = (rows.Select(r => (Id<Dispatch>?)r.Dispatch.Id).ToList(), rows.Select(r => r.Carer.Id).Distinct().ToList());
        var ties = (await db.Relationships.VisibleTo(viewer, db).AsNoTracking().Where(t => carers.Contains(t.CarerId)).OrderBy(t => t.Priority).Take(MostNotices).ToListAsync(cancel)).ToLookup(t => t.CarerId);
        var notices = await db.SharedAsync(
            await db.Notices.VisibleTo(viewer, db).AsNoTracking().Where(n => ids.Contains(n.DispatchId) && n.WithheldAt == null).OrderBy(n => n.MadeAt).Take(MostNotices).ToListAsync(cancel), cancel);
        var theirs = notices.Where(n => ties[n.CarerId].MayHear(n, today)).ToLookup(n => n.DispatchId);
        var names = await NamesAsync([.. theirs.SelectMany(n => n).Select(n => n.PupilId).OfType<Id<Pupil>>().Distinct()], cancel);
        return [.. rows
            .Where(row => row.Dispatch.Of is DispatchOf.WayIn ? ties[row.Carer.Id].Any(t => t.MayBeToldOn(today)) : theirs[row.Dispatch.Id].Any())
            .Select(row =>
            {
                var tie = ties[row.Carer.Id].FirstOrDefault();
                return new ToTell(
                    row.Dispatch, row.Carer.Name, row.Carer.Phone, row.Carer.AccountId is not null, tie?.PreferredTimes, tie?.InterpreterNeeded is true, tie?.FormatInWords,
                    [.. theirs[row.Dispatch.Id].Select(n => n.PupilId).OfType<Id<Pupil>>().Distinct().Select(id => new ToldChild(id, names.GetValueOrDefault(id, "")))],
                    [.. theirs[row.Dispatch.Id].Select(n => n.Of).Distinct()]);
            })];
    }

    private async Task<IReadOnlyDictionary<Id<Pupil>, string>> NamesAsync(IReadOnlyCollection<Id<Pupil>> pupils, CancellationToken cancel) =>
        await db.Pupils.Where(p => pupils.Contains(p.Id)).Take(MostChildren).Select(p => new { p.Id, Name = p.PreferredName ?? p.GivenName }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
}
