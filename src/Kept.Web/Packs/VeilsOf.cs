using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>What is taken out of people’s own words for each carer of the children that letters are about. A child is looked up once.</summary>
internal sealed class VeilsOf(KeptDb db, StaffViewer viewer, IClock clock)
{
    private static readonly PackScope Family = new() { Audience = PackAudience.Family, Sees = Sight.OfAFamily.MaySee };

    private readonly VisibleRecord everything = new(db, new OperatorViewer(viewer.SchoolId), clock);
    private readonly Dictionary<Id<Pupil>, (Pupil Pupil, IReadOnlyList<PackCarer> Carers)> known = [];

    public async Task<Veil> ForAsync(Id<Pupil> child, Id<Person> carer, CancellationToken cancel)
    {
        if (!known.TryGetValue(child, out var around))
        {
            around = (await db.Pupils.AsNoTracking().FirstAsync(p => p.Id == child, cancel), await PackPeople.CarersAsync(everything, child, cancel));
            known.Add(child, around);
        }

        return PackVeil.Of(Family, around.Pupil, around.Carers, new PackWish { Audience = PackAudience.Family, CarerId = carer });
    }
}
