using System.Diagnostics;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// Puts together what one carer is to be told at this time, and by which way. Whether they may be told is asked now, and not when the thing happened: a court
/// order of this morning counts.
/// </summary>
public sealed class Gathering(Database database, IClock clock)
{
    private const int CarersAtOnce = 200;
    private const int MostNotices = 200;
    private const int MostTies = 40;

    /// <param name="ways">Which the school has set up.</param>
    /// <param name="rest">Called after each carer with when the work on them began: others want the machine too.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many carers were looked at. None: there is nothing to do.</returns>
    public async Task<int> GatherAsync(WaysOut ways, Func<long, CancellationToken, Task> rest, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var all = database.Open(Tenancy.OfEverySchool());
        var due = await all.Notices.IgnoreQueryFilters([KeptDb.SchoolFilter])
            .Where(n => n.TellAt <= now).OrderBy(n => n.TellAt)
            .Take(CarersAtOnce).Select(n => new { n.SchoolId, n.CarerId }).ToListAsync(cancel);
        foreach (var carer in due.Distinct())
        {
            var begun = Stopwatch.GetTimestamp();
            await GatherAsync(carer.SchoolId, carer.CarerId, ways, now, cancel);
            await rest(begun, cancel);
        }

        return due.Count;
    }

    private async Task GatherAsync(Id<School> school, Id<Person> carer, WaysOut ways, Instant now, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school));
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == carer, cancel);
        var today = now.InZone(School.Zone).Date;
        var due = await db.Notices.AsNoTracking().Where(n => n.CarerId == carer && n.TellAt <= now).OrderBy(n => n.TellAt).Take(MostNotices).ToListAsync(cancel);
        var ties = await db.Relationships.AsNoTracking().Where(t => t.CarerId == carer).OrderBy(t => t.Priority).ThenBy(t => t.Id).Take(MostTies).ToListAsync(cancel);
        var open = person.IsActiveOn(today) ? ties.Where(t => t.MayBeToldOn(today)).ToList() : [];
        var shared = await StillSharedAsync(db, due, cancel);
        var told = due.Where(n => shared.Contains(n.Id) && (n.PupilId is null ? open.Count > 0 : open.Exists(t => t.PupilId == n.PupilId))).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var withheld = due.Select(n => n.Id).Except(told.Select(n => n.Id)).ToList();
        if (withheld.Count > 0)
        {
            await db.Notices.Where(n => withheld.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.TellAt, (Instant?)null).SetProperty(n => n.WithheldAt, now), cancel);
        }

        if (told.Count > 0 && !await GoAsync(db, person, open.Find(t => t.PupilId == told[0].PupilId) ?? open[0], told, ways, now, cancel))
        {
            // Another node was quicker with the same carer.
            return;
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<bool> GoAsync(KeptDb db, Person person, Relationship tie, List<Notice> told, WaysOut ways, Instant now, CancellationToken cancel)
    {
        var way = Ways.For(Reach.Of(person, tie), ways)[0];

        // One visit to the printer, one telephone call: what staff have not done yet takes in what has come since.
        var waits = way.IsByHand()
            ? await db.Dispatches.Where(d => d.CarerId == person.Id && d.State == DispatchState.ByHand && d.Way == way).Select(d => (Id<Dispatch>?)d.Id).FirstOrDefaultAsync(cancel)
            : null;
        if (waits is null)
        {
            var dispatch = Dispatch.To(person, way, tie.Language, now);
            db.Add(dispatch);
            await db.SaveChangesAsync(cancel);
            waits = dispatch.Id;
        }

        var ids = told.Select(n => n.Id).ToList();
        return await db.Notices.Where(n => ids.Contains(n.Id) && n.TellAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.TellAt, (Instant?)null).SetProperty(n => n.DispatchId, waits), cancel) == ids.Count;
    }

    /// <summary>What was shared by mistake and is so no longer is nothing to be told of.</summary>
    private static async Task<IReadOnlyList<Id<Notice>>> StillSharedAsync(KeptDb db, List<Notice> due, CancellationToken cancel)
    {
        HashSet<Guid> shared = [];
        if (Of(NoticeOf.Agreed, about => new Id<LogEntry>(about)) is { Count: > 0 } entries)
        {
            shared.UnionWith((await db.LogEntries.Where(e => entries.Contains(e.Id) && e.Visibility == Visibility.Family).Select(e => e.Id).Take(MostNotices).ToListAsync(cancel)).Select(id => id.Value));
        }

        if (Of(NoticeOf.Changed, about => new Id<ActionChange>(about)) is { Count: > 0 } changes)
        {
            var actions = db.Actions.Where(a => a.Visibility == Visibility.Family);
            shared.UnionWith((await db.ActionChanges.Where(c => changes.Contains(c.Id) && actions.Any(a => a.Id == c.ActionId)).Select(c => c.Id).Take(MostNotices).ToListAsync(cancel)).Select(id => id.Value));
        }

        if (Of(NoticeOf.Meeting, about => new Id<Meeting>(about)) is { Count: > 0 } meetings)
        {
            shared.UnionWith((await db.Meetings.Where(m => meetings.Contains(m.Id) && m.Visibility == Visibility.Family).Select(m => m.Id).Take(MostNotices).ToListAsync(cancel)).Select(id => id.Value));
        }

        return [.. due.Where(n => n.Of is not (NoticeOf.Agreed or NoticeOf.Changed or NoticeOf.Meeting) || shared.Contains(n.AboutId)).Select(n => n.Id)];

        List<Id<T>> Of<T>(NoticeOf of, Func<Guid, Id<T>> id) => [.. due.Where(n => n.Of == of).Select(n => id(n.AboutId))];
    }
}
