using System.Linq.Expressions;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>
/// A carer who has been here before asks for a single-use link. Whoever asks learns nothing: the answer is the same whether or not a school has the address or number, and
/// what goes out goes to the address that the school has.
/// </summary>
public sealed class AskingForALink(Database database, IClock clock)
{
    private const int MostCarers = 10;

    /// <summary>So many, and no more, can be had sent to somebody by whoever knows their address.</summary>
    private const int MostADay = 5;

    private static readonly Duration Day = Duration.FromDays(1);

    /// <summary>Who asks again at once gets no second one: the first would stop working.</summary>
    private static readonly Duration NotAgainFor = Duration.FromMinutes(5);

    public Task ByEmailAsync(string email, CancellationToken cancel)
    {
        var key = Person.KeyOf(email);
        return AskAsync(p => p.EmailKey == key, WayToTell.Email, cancel);
    }

    /// <param name="mobile">As <see cref="Addresses.Mobile"/> writes it.</param>
    /// <param name="cancel">Stops it.</param>
    public Task ByTextAsync(string mobile, CancellationToken cancel) => AskAsync(p => p.MobileKey == mobile, WayToTell.Text, cancel);

    private async Task AskAsync(Expression<Func<Person, bool>> whose, WayToTell way, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(School.Zone).Date;
        List<Person> found;
        await using (var all = database.Open(Tenancy.OfEverySchool()))
        {
            found = await all.People.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
                .Where(whose)
                .Where(p => p.Kind == PersonKind.Carer && p.AccountId != null && (p.LeftOn == null || p.LeftOn >= today))
                .OrderBy(p => p.Id).Take(MostCarers).ToListAsync(cancel);
        }

        foreach (var carer in found)
        {
            await using var db = database.Open(Tenancy.Of(carer.SchoolId));
            var children = await db.Relationships.ChildrenOfAsync(db.Pupils, carer.Id, today, cancel);
            var dayAgo = now - Day;
            var lately = await db.Dispatches.Where(d => d.CarerId == carer.Id && d.Of == DispatchOf.WayIn && d.MadeAt > dayAgo)
                .OrderByDescending(d => d.MadeAt).Take(MostADay).Select(d => d.MadeAt).ToListAsync(cancel);
            if (children.Count > 0 && lately.Count < MostADay && !lately.Any(at => at > now - NotAgainFor))
            {
                db.Add(Dispatch.OfALink(carer, way, children[0].Language, askedBy: null, now));
                await db.SaveChangesAsync(cancel);
            }
        }
    }
}
