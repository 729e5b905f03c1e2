using System.Diagnostics;
using Kept.Domain;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// Works out who is to be told: for each tiding, a notice for each carer (rule 10). A tiding goes in the same transaction in which its notices come; two nodes
/// that work out the same one make the same notices, and one of them is refused.
/// </summary>
public sealed class Spreading(Database database, IClock clock)
{
    private const int MostTidings = 200;
    private const int MostCarers = 40;
    private const int CarersAtOnce = 500;

    /// <summary>How many were worked out. None: there is nothing to do.</summary>
    /// <param name="rest">Called after each tiding with when the work on it began: each is a write, and who saves an entry meanwhile comes first.</param>
    /// <param name="cancel">Ends the work between two tidings.</param>
    public async Task<int> SpreadAsync(Func<long, CancellationToken, Task> rest, CancellationToken cancel)
    {
        await using var all = database.Open(Tenancy.OfEverySchool());
        var asking = all.Asking(clock);
        var waiting = await all.Tidings.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
            .Where(t => t.PupilId == null || !asking.Any(p => p.SchoolId == t.SchoolId && p.Id == t.PupilId))
            .OrderBy(t => t.At).Take(MostTidings).ToListAsync(cancel);
        foreach (var tiding in waiting)
        {
            var begun = Stopwatch.GetTimestamp();
            await SpreadAsync(tiding, cancel);
            await rest(begun, cancel);
        }

        return waiting.Count;
    }

    private async Task SpreadAsync(Tiding tiding, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(tiding.SchoolId));
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == tiding.SchoolId, cancel);
        var now = clock.GetCurrentInstant();
        var today = now.InZone(School.Zone).Date;
        var (ties, last) = tiding.PupilId is { } child
            ? (await OfTheChildAsync(db, tiding, child, today, cancel), null)
            : await OfTheNewsAsync(db, tiding, today, cancel);

        // What has changed twice before they are told is one thing to tell.
        var told = ties.Select(t => t.CarerId).ToList();
        var waits = await db.Notices.Where(n => n.AboutId == tiding.AboutId && n.TellAt != null && told.Contains(n.CarerId)).Select(n => n.CarerId).Take(CarersAtOnce).ToListAsync(cancel);
        var hours = TellingHours.Of(school);
        db.AddRange(ties.ExceptBy(waits, t => t.CarerId).Select(tie => new Notice
        {
            Id = Id<Notice>.New(),
            SchoolId = tiding.SchoolId,
            CarerId = tie.CarerId,
            TidingId = tiding.Id,
            PupilId = tiding.PupilId,
            Of = tiding.Of,
            AboutId = tiding.AboutId,
            Visibility = tiding.Of.Visibility(),
            MadeAt = now,
            TellAt = hours.Next(tiding.At, tie.Rhythm)
        }));
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var row = db.Tidings.Where(t => t.Id == tiding.Id);
            var mine = last is { } carer
                ? await row.Where(t => t.After == tiding.After).ExecuteUpdateAsync(set => set.SetProperty(t => t.After, carer), cancel)
                : await row.ExecuteDeleteAsync(cancel);
            if (mine == 1)
            {
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
            }
        }
        catch (DbUpdateException problem) when (problem.IsOfADuplicate())
        {
            // Another node worked it out in the same moment.
        }
    }

    /// <summary>The carers of one child who may be told, and are not told what they did themselves.</summary>
    private static async Task<IReadOnlyList<Relationship>> OfTheChildAsync(KeptDb db, Tiding tiding, Id<Pupil> child, LocalDate today, CancellationToken cancel)
    {
        var ties = db.Relationships.AsNoTracking().Where(t => t.PupilId == child && t.CarerId != tiding.ById);
        var about = tiding.AboutId;
        ties = tiding.Of switch
        {
            NoticeOf.Meeting => ties.Where(t => db.Set<Attendee>().Any(a => a.MeetingId == new Id<Meeting>(about) && a.PersonId == t.CarerId && !a.IsWithdrawn)),
            NoticeOf.Answer => ties.Where(t => db.Enquiries.Any(q => q.Id == new Id<Enquiry>(about) && db.Concerns.Any(c => c.EntryId == q.EntryId && c.CarerId == t.CarerId))),
            NoticeOf.Message or NoticeOf.PlanAnswer => ties.Where(t => t.CarerId == tiding.CarerId),
            _ => ties.Where(t => t.ReceivesCopies)
        };
        var carers = db.People.Where(p => p.Kind == PersonKind.Carer && (p.LeftOn == null || p.LeftOn >= today));
        var found = await ties.Join(carers, t => t.CarerId, p => p.Id, (t, _) => t).OrderBy(t => t.Priority).ThenBy(t => t.Id).Take(MostCarers).ToListAsync(cancel);
        return [.. found.Where(t => t.MayBeToldOn(today))];
    }

    /// <summary>The next carers of a long list, each by one of their ties; and the last of them, where there may be more.</summary>
    private static async Task<(IReadOnlyList<Relationship> Ties, Id<Person>? Last)> OfTheNewsAsync(KeptDb db, Tiding tiding, LocalDate today, CancellationToken cancel)
    {
        var year = await db.News.Where(n => n.Id == new Id<News>(tiding.AboutId)).Select(n => n.YearGroup).FirstOrDefaultAsync(cancel);
        var children = db.Pupils.Where(p => (p.LeftOn == null || p.LeftOn >= today) && (year == null || p.YearGroup == year));
        var after = tiding.After ?? new Id<Person>(Guid.Empty);
        var carers = await db.People.AsNoTracking()
            .Where(p => p.Kind == PersonKind.Carer && (p.LeftOn == null || p.LeftOn >= today) && p.Id > after)
            .OrderBy(p => p.Id).Take(CarersAtOnce).Select(p => p.Id).ToListAsync(cancel);
        var ties = await db.Relationships.AsNoTracking()
            .Where(t => carers.Contains(t.CarerId) && children.Any(c => c.Id == t.PupilId))
            .OrderBy(t => t.CarerId).ThenBy(t => t.Priority).ThenBy(t => t.Id)
            .Take(CarersAtOnce * MostCarers).ToListAsync(cancel);
        return ([.. ties.Where(t => t.MayBeToldOn(today)).DistinctBy(t => t.CarerId)], carers.Count == CarersAtOnce ? carers[^1] : null);
    }
}
