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
public sealed record WayInMade(Id<CarerInvitation> Id, string Code, LocalDate LastDay);

/// <summary>Makes the single-use link of a carer at the moment in which it is sent.</summary>
public sealed class WaysIn(Database database, IClock clock)
{
    private const int MostOpen = 20;

    /// <param name="school">Whose carer it is.</param>
    /// <param name="carer">For whom.</param>
    /// <param name="askedBy">The carer themselves, who wait for it; or staff, whose invitation may lie for a while.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null where staff have shut them out meanwhile, or there is no child of whom this carer may be told and whose birthday could be asked.</returns>
    public async Task<WayInMade?> MakeAsync(Id<School> school, Id<Person> carer, Id<Person> askedBy, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(School.Zone).Date;
        await using var db = database.Open(Tenancy.Of(school));
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == carer, cancel);
        var children = await db.Relationships.ChildrenOfAsync(db.Pupils, carer, today, cancel);
        if (person?.IsActiveOn(today) is not true || (askedBy == carer && person.AccountId is null) || !children.Any(c => c.DateOfBirth is not null))
        {
            return null;
        }

        var code = LetterCode.New();
        var until = now + (askedBy == carer ? CarerInvitation.AskedForLasts : CarerInvitation.Lasts);
        var made = new CarerInvitation
        {
            Id = Id<CarerInvitation>.New(),
            SchoolId = school,
            CarerId = carer,
            MadeById = askedBy,
            MadeAt = now,
            CodeHash = LetterCode.Hash(code)!,
            Until = until
        };
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return new WayInMade(made.Id, code, until.InZone(School.Zone).Date);
    }

    /// <summary>It is on its way: what was open before stops working, and that they were invited is in the ledger.</summary>
    public async Task IsOutAsync(Id<School> school, Id<CarerInvitation> id, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school));
        var made = await db.CarerInvitations.AsNoTracking().SingleAsync(i => i.Id == id, cancel);

        // Whoever knows an address can have links sent to it: that does not end the letter which staff have handed over.
        var byStaff = made.MadeById != made.CarerId;
        var open = db.CarerInvitations.Where(i => i.CarerId == made.CarerId && i.EndedAt == null && i.MadeAt < made.MadeAt && (byStaff || i.MadeById == made.CarerId));
        foreach (var earlier in await open.OrderBy(i => i.MadeAt).Take(MostOpen).ToListAsync(cancel))
        {
            earlier.Replace(clock.GetCurrentInstant());
        }

        await new LedgerWriter(db, new OperatorViewer(school), clock).SaveAsync([new CarerInvited(made.CarerId)], cancel);
    }

    /// <summary>It surely has not left: nobody has it, and what they have still works.</summary>
    public async Task IsNotOutAsync(Id<School> school, Id<CarerInvitation> id, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school));
        await db.CarerInvitations.Where(i => i.Id == id).ExecuteDeleteAsync(cancel);
    }
}
