using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Families;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Transfers;

/// <summary>What a family booked goes along with the child once it is over; the surgery stays at the school.</summary>
public sealed class SlotsGoAlongTests(Template template) : TwoKepts(template)
{
    [Fact]
    public async Task A_time_that_is_over_arrives_and_one_that_is_to_come_stays()
    {
        var surgery = await There.OnlySurgeryAsync(There.Senco);
        var (over, toCome) = (Id<Meeting>.New(), Id<Meeting>.New());
        await using (var db = First.OpenDb())
        {
            var slots = new SharedWith(new VisibleRecord(db, new CarerViewer(There.Hillview.Id, There.LeosMother.Id, There.LeosMother.Name), First.Clock), There.LeosMother.Id, There.Leo.Id).Slots;
            var calendar = new SchoolCalendar([new(PeriodKind.Term, new(2026, 4, 13), new(2026, 7, 21), "Summer term")]);
            var slot = new SurgerySlot(new LocalDate(2026, 5, 12), new LocalTime(15, 30));
            var now = First.Clock.GetCurrentInstant();
            Assert.Equal(over, (await slots.BookAsync(over, surgery.Id, slot, calendar, now, Cancel))!.Value.OrThrow());
            (await slots.GiveBackAsync(over, Cancel))!.Value.OrThrow();
            Assert.Equal(toCome, (await slots.BookAsync(toCome, surgery.Id, slot, calendar, now, Cancel))!.Value.OrThrow());
        }

        var package = await PackAsync(There.Leo);
        await TakeAsync(package);
        Assert.True((await TakeAsync(package)).IsHere);

        await using var here = OpenRiverside();
        var came = await here.Meetings.SingleAsync(m => m.SurgeryId == surgery.Id, Cancel);
        Assert.Equal((MeetingStatus.Cancelled, CalledOffBy.Family), (came.Status, came.CalledOffBy));
        Assert.False(await here.Set<Surgery>().AnyAsync(s => s.Id == surgery.Id, Cancel));
        var page = await Second.As(Here.RiversideSenco).GetAsync($"/meetings/{came.Id}");
        Assert.Contains("The family booked this time of a surgery", page.Text, StringComparison.Ordinal);
        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
    }
}
