using System.Diagnostics;
using Kept.Domain;
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
        var asking = all.Asking(clock);
        var due = await all.Notices.IgnoreQueryFilters([KeptDb.SchoolFilter])
            .Where(n => n.TellAt <= now && (n.PupilId == null || !asking.Any(p => p.SchoolId == n.SchoolId && p.Id == n.PupilId))).OrderBy(n => n.TellAt)
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
        var asking = db.Asking(clock);
        var due = await db.Notices.AsNoTracking()
            .Where(n => n.CarerId == carer && n.TellAt <= now && (n.PupilId == null || !asking.Any(p => p.SchoolId == n.SchoolId && p.Id == n.PupilId))).OrderBy(n => n.TellAt).Take(MostNotices).ToListAsync(cancel);
        var ties = await db.Relationships.AsNoTracking().Where(t => t.CarerId == carer).OrderBy(t => t.Priority).ThenBy(t => t.Id).Take(MostTies).ToListAsync(cancel);
        var open = person.IsActiveOn(today) ? ties.Where(t => t.MayBeToldOn(today)).ToList() : [];
        var told = (await db.SharedAsync(due, cancel)).Where(n => open.MayHear(n, today)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var withheld = due.Select(n => n.Id).Except(told.Select(n => n.Id)).ToList();
        if (withheld.Count > 0)
        {
            await db.Notices.Where(n => withheld.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.TellAt, (Instant?)null).SetProperty(n => n.WithheldAt, now), cancel);
        }

        if (told.Count > 0)
        {
            var tie = open.Find(t => t.PupilId == told[0].PupilId) ?? open[0];
            if (!await db.PutAsync(person, Ways.For(Reach.Of(person, tie), ways)[0], tie.Language, told, now, cancel))
            {
                // Another node was quicker with the same carer.
                return;
            }
        }

        await transaction.CommitAsync(cancel);
    }
}
