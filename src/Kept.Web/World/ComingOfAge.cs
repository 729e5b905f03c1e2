using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using NodaTime;

namespace Kept.Web.World;

/// <summary>
/// From the last Friday of June the oldest decide for themselves (rule 15): the SENCO has spoken with each of them that day, and all of them want their family
/// told as before.
/// </summary>
internal sealed class ComingOfAge(KeptDb db, Cast cast, Timeline timeline, StoryClock clock)
{
    public void Plan()
    {
        var senco = cast.Staff.First(a => a.Is(StaffRole.Senco));
        foreach (var child in cast.Children)
        {
            // Written down as soon as it holds, before anything else is told of that day.
            if (child.Pupil.LeadsFrom(cast.School.Nation) is { } from && from <= timeline.Today)
            {
                timeline.At(Timeline.Moment(from, 7, 0), () => SayAsync(senco, child));
            }
        }
    }

    private async Task SayAsync(Adult senco, Child child)
    {
        db.Attach(child.Pupil);
        db.AttachRange(child.Family.Select(f => f.Tie));
        var today = clock.Now.InZone(School.Zone).Date;
        var decision = WhoDecides.Record(
            Id<WhoDecides>.New(), child.Pupil, Decider.YoungPerson, null, $"Said so to {senco.Person.Name} on the last Friday of June: everybody at home goes on being told", today.PlusDays(-1), today,
            cast.School.Nation, senco.Person.Id, clock.Now).OrThrow();
        var record = new VisibleRecord(db, senco.Viewer, clock);
        record.Add(decision);
        IEnumerable<ILedgerEvent> happened = [new WhoDecidesRecorded(child.Pupil.Id, decision.Id), .. decision.Heed(child.Family.Select(f => f.Tie), [.. child.MayBeTold.Select(f => f.Carer.Id)])];
        if (await record.SaveAsync([.. happened]) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }
}
