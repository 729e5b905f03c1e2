using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <param name="Code">To go out, and to be kept nowhere.</param>
public sealed record WayInMade(string Code, LocalDate LastDay);

/// <summary>Makes the single-use link of a carer at the moment in which it is sent.</summary>
public sealed class WaysIn(Database database, IClock clock)
{
    private const int MostOpen = 20;

    /// <param name="askedBy">The carer themselves, who wait for it; or staff, whose invitation may lie for a while.</param>
    /// <returns>Null where there is no child of whom this carer may be told and whose birthday could be asked.</returns>
    public async Task<WayInMade?> MakeAsync(Id<School> school, Id<Person> carer, Id<Person> askedBy, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(School.Zone).Date;
        await using var db = database.Open(Tenancy.Of(school));
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == carer, cancel);
        var children = await db.Relationships.ChildrenOfAsync(db.Pupils, carer, today, cancel);
        if (person?.IsActiveOn(today) is not true || !children.Any(c => c.DateOfBirth is not null))
        {
            return null;
        }

        foreach (var earlier in await db.CarerInvitations.Where(i => i.CarerId == carer && i.EndedAt == null).OrderBy(i => i.MadeAt).Take(MostOpen).ToListAsync(cancel))
        {
            earlier.Replace(now);
        }

        var code = LetterCode.New();
        var until = now + (askedBy == carer ? CarerInvitation.AskedForLasts : CarerInvitation.Lasts);
        db.Add(new CarerInvitation
        {
            Id = Id<CarerInvitation>.New(),
            SchoolId = school,
            CarerId = carer,
            MadeById = askedBy,
            MadeAt = now,
            CodeHash = LetterCode.Hash(code)!,
            Until = until
        });
        await new LedgerWriter(db, new OperatorViewer(school), clock).SaveAsync([new CarerInvited(carer)], cancel);
        return new WayInMade(code, until.InZone(School.Zone).Date);
    }
}
