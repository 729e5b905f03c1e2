using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Accounts;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Joining;

/// <summary>
/// Invites a member of staff to sign in: for the first time, or again when they have lost everything they sign in with. Since an
/// invitation could be kept and used by whoever made it, it is refused for anybody who holds a role that they cannot give.
/// </summary>
public sealed class Invitations(KeptDb db, Viewer by, IClock clock)
{
    /// <summary>
    /// The token for the address <c>/invitation?token=…</c>, to be shown once and handed over. It works once, for seven days; an
    /// earlier one of the same person stops working.
    /// </summary>
    public async Task<Result<string>> InviteAsync(Id<Person> personId, CancellationToken cancel = default)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == personId && p.Kind == PersonKind.Staff, cancel);
        if (person is null)
        {
            return new Refusal("Only a member of staff of your school can be invited");
        }

        if (person.Email is null)
        {
            return new Refusal($"{person.Name} has no email address. Add one first: it is what they sign in with", nameof(Person.Email));
        }

        var held = await db.RolesHeld.Where(r => r.PersonId == personId).Select(r => r.Role).Take(100).ToListAsync(cancel);
        if (RoleGrants.RefusalToManage(by, person, held) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        foreach (var earlier in await db.Invitations.Where(i => i.PersonId == personId && i.UsedAt == null).Take(100).ToListAsync(cancel))
        {
            earlier.Use(now);
        }

        var (token, hash) = SchoolToken.New(person.SchoolId);
        db.Invitations.Add(new Invitation
        {
            Id = Id<Invitation>.New(),
            SchoolId = person.SchoolId,
            PersonId = person.Id,
            SecretHash = hash,
            Until = now + Invitation.Lasts
        });
        await new LedgerWriter(db, by, clock).SaveAsync([new PersonInvited(person.Id)], cancel);
        return token;
    }
}
