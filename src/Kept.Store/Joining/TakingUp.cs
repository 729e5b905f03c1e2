using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Accounts;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.Ledger;
using Kept.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Joining;

public enum InvitationKind
{
    /// <summary>There is no such account: a password makes one.</summary>
    NewAccount,

    /// <summary>They have lost what they signed in with: a new password, and everything else anew.</summary>
    StartAgain,

    /// <summary>The email has an account, from another school: its owner signs in and takes this school on.</summary>
    Join,

    /// <summary>An account that another school relies on too: one school alone does not reset it.</summary>
    SharedAccount
}

/// <summary>Who is invited, where, and what they have to do.</summary>
public sealed record Invited(InvitationKind Kind, Id<School> SchoolId, string SchoolName, Id<Person> PersonId, string Name, string Email, Guid? AccountId);

/// <summary>Takes an invitation up. Whoever comes with the token need not be signed in.</summary>
public sealed class TakingUp(Database database, KeptDb db, UserManager<Account> accounts, Viewers viewers, IClock clock)
{
    private static readonly Refusal Over = new("This invitation was used already, or is more than a week old. Ask your school for a new one");

    /// <summary>Null when the token fits no open invitation.</summary>
    public async Task<Invited?> FindAsync(string? token, CancellationToken cancel)
    {
        if (SchoolToken.Read(token) is not var (school, hash))
        {
            return null;
        }

        await using var own = database.Open(Tenancy.Of(school));
        return await OpenAsync(own, hash, cancel) is var (_, person) ? await InvitedAsync(own, person, cancel) : null;
    }

    /// <summary>Makes the account, or makes it anew, and ties it to the person.</summary>
    public async Task<Result<Account>> TakeUpAsync(string? token, string? password, CancellationToken cancel)
    {
        if (SchoolToken.Read(token) is not var (school, hash))
        {
            return Over;
        }

        db.Tenancy.Enter(school);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await OpenAsync(db, hash, cancel) is not var (invitation, person) || await InvitedAsync(db, person, cancel) is not { } invited)
        {
            return Over;
        }

        if (invited.Kind is not (InvitationKind.NewAccount or InvitationKind.StartAgain))
        {
            return new Refusal("This invitation is for somebody who has an account already. Sign in with it first");
        }

        if (Password.Check(password, person.Name, person.Email, invited.SchoolName) is { } refusal)
        {
            return refusal;
        }

        var account = invited.AccountId is { } id ? (await accounts.FindByIdAsync(id.ToString()))! : new Account { Id = Guid.CreateVersion7(), LockoutEnabled = true };
        if (await KeepAsync(account, person.Email!, password!, isNew: invited.AccountId is null) is { } failed)
        {
            return failed;
        }

        if (!await TieAsync(db, invitation, person, account, cancel))
        {
            return Over;
        }

        await transaction.CommitAsync(cancel);
        return account;
    }

    /// <summary>Ties the account of somebody who has signed in with the email that was invited.</summary>
    public async Task<Refusal?> JoinAsync(string? token, Account account, CancellationToken cancel)
    {
        if (SchoolToken.Read(token) is not var (school, hash))
        {
            return Over;
        }

        await using var own = database.Open(Tenancy.Of(school));
        if (await OpenAsync(own, hash, cancel) is not var (invitation, person))
        {
            return Over;
        }

        if (!string.Equals(accounts.NormalizeEmail(person.Email), account.NormalizedEmail, StringComparison.Ordinal))
        {
            return new Refusal("This invitation is for somebody else. Sign in with the email address that it was made for");
        }

        return await TieAsync(own, invitation, person, account, cancel) ? null : Over;
    }

    private async Task<(Invitation Invitation, Person Person)?> OpenAsync(KeptDb at, byte[] hash, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(School.Zone).Date;
        var invitation = await at.Invitations.SingleOrDefaultAsync(i => i.SecretHash == hash, cancel);
        if (invitation is null || !invitation.IsOpenAt(now))
        {
            return null;
        }

        var person = await at.People.SingleAsync(p => p.Id == invitation.PersonId, cancel);
        return person.IsActiveOn(today) && person.Email is not null ? (invitation, person) : null;
    }

    private async Task<Invited> InvitedAsync(KeptDb at, Person person, CancellationToken cancel)
    {
        var school = await at.Schools.SingleAsync(s => s.Id == person.SchoolId, cancel);
        var email = accounts.NormalizeEmail(person.Email);
        var holder = await at.Users.AsNoTracking().Where(u => u.NormalizedEmail == email).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancel);
        var kind = (person.AccountId, holder) switch
        {
            (null, null) => InvitationKind.NewAccount,
            (null, not null) => InvitationKind.Join,
            var (own, other) when other is not null && other != own => InvitationKind.Join,
            var (own, _) => (await viewers.PlacesAsync(own.Value, cancel)).Any(p => p.SchoolId != person.SchoolId) ? InvitationKind.SharedAccount : InvitationKind.StartAgain
        };
        return new Invited(kind, school.Id, school.Name, person.Id, person.Name, person.Email!, person.AccountId);
    }

    private async Task<Refusal?> KeepAsync(Account account, string email, string password, bool isNew)
    {
        (account.UserName, account.Email) = (email, email);
        if (isNew)
        {
            return Refused(await accounts.CreateAsync(account, password));
        }

        await new SecondFactor(accounts, clock).ForgetAllAsync(account);
        await accounts.RemovePasswordAsync(account);
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        return Refused(await accounts.AddPasswordAsync(account, password));
    }

    private static Refusal? Refused(IdentityResult answer) => answer.Succeeded ? null : new Refusal(answer.Errors.First().Description, nameof(Password));

    private async Task<bool> TieAsync(KeptDb at, Invitation invitation, Person person, Account account, CancellationToken cancel)
    {
        invitation.Use(clock.GetCurrentInstant());
        List<ILedgerEvent> happened = [new InvitationTakenUp(person.Id)];
        if (person.AccountId != account.Id)
        {
            happened.Add(person.SignInAs(account.Id));
        }

        try
        {
            await new LedgerWriter(at, new StaffViewer(person.SchoolId, person.Id, person.Name, [], []), clock).SaveAsync(happened, cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
