using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>Surgeries before a test begins, offered through the domain and into the ledger.</summary>
public sealed partial class SmallWorld
{
    /// <summary>Tuesdays at 3.30pm in the library, three families of ten minutes; nothing else is offered, and nothing booked.</summary>
    public async Task<Surgery> OnlySurgeryAsync(TestPerson lead)
    {
        await using var db = Host.OpenDb(lead.SchoolId);
        var record = new VisibleRecord(db, lead.AsViewer, Host.Clock);
        foreach (var before in await record.Surgeries.Where(s => s.LastOn == null).ToListAsync())
        {
            Assert.Null(await record.SaveAsync(before.End(Today).OrThrow()));
        }

        await db.Meetings.Where(m => m.SurgeryId != null).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MeetingStatus.Cancelled));
        var plan = new SurgeryPlan { Weekday = IsoDayOfWeek.Tuesday, From = new LocalTime(15, 30), Slots = 3, Minutes = 10, Place = "The library" };
        var (surgery, wrong) = Surgery.Offer(Id<Surgery>.New(), lead.SchoolId, plan, lead.AsOwner, Today, lead.Id, Now);
        Assert.Empty(wrong);
        record.Add(surgery!);
        Assert.Null(await record.SaveAsync(new SurgeryOffered()));
        return surgery!;
    }
}
