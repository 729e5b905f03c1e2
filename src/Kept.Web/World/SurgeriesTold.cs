using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Families;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Thursday afternoons of the SENCO, offered some weeks ago; one family has booked the next of them.</summary>
internal sealed class SurgeriesTold(KeptDb db, Cast cast, Timeline timeline, StoryClock clock)
{
    private const int DaysAgo = 20;

    public void Plan()
    {
        timeline.At(Timeline.Moment(timeline.Today.PlusDays(-DaysAgo).Previous(IsoDayOfWeek.Monday), 12, 40), OfferAsync);
        timeline.At(Timeline.Moment(timeline.Today.PlusDays(-1), 20, 10), BookAsync);
    }

    private async Task OfferAsync()
    {
        var senco = cast.Staff.First(a => a.Is(StaffRole.Senco));
        var plan = new SurgeryPlan { Weekday = IsoDayOfWeek.Thursday, From = new LocalTime(15, 20), Slots = 4, Minutes = 10, Place = "The rainbow room" };
        var today = clock.Now.InZone(School.Zone).Date;
        var (offered, wrong) = Surgery.Offer(Id<Surgery>.New(), cast.School.Id, plan, senco.Owner, today, senco.Person.Id, clock.Now);
        var record = new VisibleRecord(db, senco.Viewer, clock);
        record.Add(offered ?? throw new InvalidOperationException(wrong[0].Sentence));
        Kept(await record.SaveAsync(new SurgeryOffered()));
    }

    private async Task BookAsync()
    {
        var today = clock.Now.InZone(School.Zone).Date;
        if (cast.Children.LastOrDefault(c => c.MayBeTold.Any()) is not { } child)
        {
            return;
        }

        var (carer, _) = child.MayBeTold.First();
        var shared = new SharedWith(new VisibleRecord(db, new CarerViewer(cast.School.Id, carer.Id, carer.Name), clock), carer.Id, child.Pupil.Id);
        if ((await shared.Slots.OfferedAsync(cast.Calendar, today, CancellationToken.None))?.Free is not [_, var free, ..])
        {
            return;
        }

        var booked = await shared.Slots.BookAsync(Id<Meeting>.New(), free.Surgery, free.Slot, cast.Calendar, clock.Now, CancellationToken.None);
        Kept(booked is { } answer && !answer.Allowed(out _, out var refusal) ? refusal : null);
    }

    private void Kept(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }
}
