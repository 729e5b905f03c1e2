using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Rolls;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Rolls;

/// <summary>What taking one member of staff does, or why they cannot be taken.</summary>
public sealed record StaffOutcome(StaffEntry Entry, RollEffect Effect, Refusal? Refusal = null);

/// <summary>
/// Takes staff from a list: by email, else by the other system's number, else by name where one person has it. Adds roles and never
/// takes one away; makes no account, for nobody is let in by a file.
/// </summary>
public sealed class StaffImport(SchoolRegister register)
{
    /// <summary>More than any school has; a list of this length is read at once.</summary>
    public const int MostStaff = 5_000;

    private readonly List<ILedgerEvent> happened = [];
    private List<Person> staff = [];
    private ILookup<Id<Person>, RoleHeld> roles = Array.Empty<RoleHeld>().ToLookup(r => r.PersonId);

    /// <summary>Applies a list to the rows in memory. Nothing is kept until it is saved.</summary>
    public async Task<IReadOnlyList<StaffOutcome>> TakeAsync(IReadOnlyList<StaffEntry> entries, CancellationToken cancel = default)
    {
        Forget();
        staff = await register.People.Where(p => p.Kind == PersonKind.Staff).OrderBy(p => p.Id).Take(MostStaff).ToListAsync(cancel);
        roles = (await register.Roles.OrderBy(r => r.Id).Take(MostStaff * 4).ToListAsync(cancel)).ToLookup(r => r.PersonId);
        return [.. entries.Select(Take)];
    }

    public async Task SaveAsync(CancellationToken cancel = default)
    {
        if (happened.Count > 0)
        {
            await register.SaveAsync(happened, cancel);
        }

        Forget();
    }

    public void Forget()
    {
        happened.Clear();
        register.Rest();
    }

    private StaffOutcome Take(StaffEntry entry)
    {
        var found = Find(entry);
        if (found.Count > 1)
        {
            return Refused(entry, new Refusal("More than one member of staff has this name. Give their email, so that the right one is meant", "Name"));
        }

        var person = found.FirstOrDefault();
        var held = person is null ? [] : roles[person.Id].ToList();
        if (WrongRoles(entry, person, held) is { } refused)
        {
            return Refused(entry, refused);
        }

        var isNew = person is null;
        if (person is null)
        {
            if (!Person.Named(register.SchoolId, PersonKind.Staff, entry.Title, entry.GivenName, entry.FamilyName, entry.ExternalId).Allowed(out person, out var wrong))
            {
                return Refused(entry, wrong);
            }

            register.Add(person);
            staff.Add(person);
        }
        else if (person.Rename(entry.Title ?? person.Title, entry.GivenName, entry.FamilyName).Refused(out var wrong))
        {
            return Refused(entry, wrong);
        }

        person.Describe(entry.Initials ?? person.Initials, entry.Email ?? person.Email, entry.Phone ?? person.Phone, person.Job);
        return new StaffOutcome(entry, Effect(person, isNew, GiveRoles(entry, person, held)));
    }

    private RollEffect Effect(Person person, bool isNew, bool rolesGiven)
    {
        var changed = isNew || register.StateOf(person) is not EntityState.Unchanged;
        if (changed)
        {
            happened.Add(isNew ? new PersonAdded(person.Id) : new PersonChanged(person.Id));
        }

        return isNew ? RollEffect.Added : changed || rolesGiven ? RollEffect.Changed : RollEffect.Unchanged;
    }

    private List<Person> Find(StaffEntry entry)
    {
        if (entry.Email is { } email && staff.Find(p => email.Equals(p.Email, StringComparison.OrdinalIgnoreCase)) is { } byEmail)
        {
            return [byEmail];
        }

        if (entry.ExternalId is { } number && staff.Find(p => p.ExternalId == number) is { } byNumber)
        {
            return [byNumber];
        }

        // Two people of one name with two addresses are two people.
        return staff.FindAll(p => p.NameKey == entry.NameKey && (p.Email is null || entry.Email is null));
    }

    /// <summary>Nobody gives by a file what they could not give by hand, and nobody's place is taken by a new address in one.</summary>
    private Refusal? WrongRoles(StaffEntry entry, Person? person, List<RoleHeld> held)
    {
        if (Missing(entry, held).Select(wanted => wanted.Role).Where(role => !RoleGrants.MayGive(register.By, role)).ToList() is [var role, ..])
        {
            return new Refusal($"You cannot make somebody {role.InWords()}. {RoleGrants.WhoGives(role)}", "Role");
        }

        var newEmail = person is not null && entry.Email is not null && !entry.Email.Equals(person.Email, StringComparison.OrdinalIgnoreCase);
        return newEmail ? RoleGrants.RefusalToManage(register.By, person!, held.Select(h => h.Role)) : null;
    }

    private bool GiveRoles(StaffEntry entry, Person person, List<RoleHeld> held)
    {
        var missing = Missing(entry, held).ToList();
        foreach (var wanted in missing)
        {
            register.Add(new RoleHeld
            {
                Id = Id<RoleHeld>.New(),
                SchoolId = register.SchoolId,
                PersonId = person.Id,
                Role = wanted.Role,
                ClassName = wanted.ClassName
            });
        }

        if (missing.Count > 0)
        {
            happened.Add(new RolesChanged(person.Id));
        }

        return missing.Count > 0;
    }

    private static IEnumerable<RoleWanted> Missing(StaffEntry entry, List<RoleHeld> held) =>
        entry.Roles.Distinct().Where(wanted => !held.Exists(h => h.Role == wanted.Role && (h.ClassName == wanted.ClassName || wanted.ClassName is null)));

    private static StaffOutcome Refused(StaffEntry entry, Refusal refusal) => new(entry, RollEffect.Refused, refusal);
}
