using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Accounts;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.Ledger;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Schools;

/// <summary>The school that is to be.</summary>
public sealed record NewSchool(string? TrustName, string? Name, string? Slug, Nation Nation);

/// <summary>Its first member of staff, who lets the others in.</summary>
public sealed record FirstPerson(
    string? Title, string? GivenName, string? FamilyName, string? Email, IReadOnlyCollection<StaffRole> Roles, string? Password);

/// <summary>Opens the first school of an empty database, with its first person and their account: all of it or none.</summary>
public sealed class FirstRun(KeptDb db, UserManager<Account> accounts, IClock clock)
{
    public Task<bool> FitsAsync(string? token, CancellationToken cancel) => SetUpKeys.FitsAsync(db, token, clock.GetCurrentInstant(), cancel);

    public async Task<Result<Account>> OpenAsync(string? token, NewSchool school, FirstPerson first, CancellationToken cancel)
    {
        if (RefusalOf(school, first) is { } refusal)
        {
            return refusal;
        }

        // The connection learns its school when it is opened, so the school is named first.
        db.Tenancy.Enter(Id<School>.New());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await SetUpKeys.UseAsync(db, token, clock.GetCurrentInstant(), cancel))
        {
            return new Refusal("This address was used already, or is more than a day old. Start Kept again for a new one");
        }

        var trust = new Trust { Id = Id<Trust>.New(), Name = Text.Tidy(school.TrustName) ?? school.Name! };
        if ((await OpenSchool.InAsync(db, clock, trust, school.Name!, school.Slug!, school.Nation, cancel)).Refused(out refusal)
            || !(await PersonAsync(first)).Allowed(out var account, out refusal))
        {
            return refusal!;
        }

        await transaction.CommitAsync(cancel);
        return account;

        async Task<Result<Account>> PersonAsync(FirstPerson who)
        {
            var made = new Account { Id = Guid.CreateVersion7(), UserName = Text.Tidy(who.Email), Email = Text.Tidy(who.Email), LockoutEnabled = true };
            var answer = await accounts.CreateAsync(made, who.Password!);
            if (!answer.Succeeded)
            {
                return new Refusal(answer.Errors.First().Description, nameof(FirstPerson.Email));
            }

            await SaveAsync(who, made, cancel);
            return made;
        }
    }

    private static Refusal? RefusalOf(NewSchool school, FirstPerson first)
    {
        if (Slug.Read(school.Slug).Refused(out var refusal) || Person.Named(default, PersonKind.Staff, first.Title, first.GivenName, first.FamilyName).Refused(out refusal))
        {
            return refusal;
        }

        if (!EmailAddress.Looks(first.Email))
        {
            return new Refusal("Enter an email address, like name@school.sch.uk", nameof(FirstPerson.Email));
        }

        if (!Sight.Of(first.Roles).MayRunSchool)
        {
            return new Refusal("Choose at least one of SENCO, SEND lead, head teacher and administrator: somebody must be able to let the others in", nameof(FirstPerson.Roles));
        }

        return Password.Check(first.Password, first.GivenName, first.FamilyName, first.Email, school.Name);
    }

    private async Task SaveAsync(FirstPerson first, Account account, CancellationToken cancel)
    {
        var person = Person.Named(db.Tenancy.School, PersonKind.Staff, first.Title, first.GivenName, first.FamilyName).OrThrow();
        person.Describe(InitialsOf(person), first.Email, phone: null, job: null);
        person.SignInAs(account.Id);
        db.Add(person);
        db.AddRange(first.Roles.Distinct().Select(role => new RoleHeld { Id = Id<RoleHeld>.New(), SchoolId = person.SchoolId, PersonId = person.Id, Role = role }));
        await new LedgerWriter(db, new OperatorViewer(person.SchoolId), clock).SaveAsync([new PersonAdded(person.Id), new RolesChanged(person.Id)], cancel);
    }

    private static string InitialsOf(Person person) => string.Concat(new[] { person.GivenName, person.FamilyName }.Where(name => name.Length > 0).Select(name => name[0]));
}
