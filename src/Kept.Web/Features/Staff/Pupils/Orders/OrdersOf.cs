using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>The orders about one carer and one child, to be changed: the newest first.</summary>
public static class OrdersOf
{
    public static async Task<IReadOnlyList<CourtOrder>> OrdersAsync(this VisibleRecord record, Id<Pupil> pupil, Id<Person> carer, CancellationToken cancel) =>
        await record.CourtOrders.Where(o => o.PupilId == pupil && o.CarerId == carer)
            .OrderByDescending(o => o.From).ThenBy(o => o.Id).Take(CourtOrder.MostOfOneCarer).ToListAsync(cancel);
}
