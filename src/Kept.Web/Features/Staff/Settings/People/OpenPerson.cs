using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>A member of staff or a professional opened to be looked at or changed, with the roles held.</summary>
public sealed record OpenPerson(Person Person, IReadOnlyList<RoleHeld> Held)
{
    private const int MostRoles = 60;

    public bool IsStaff => Person.Kind is PersonKind.Staff;

    public IEnumerable<StaffRole> Roles => Held.Select(h => h.Role);

    public string RolesInWords => RoleWords.Of(Held.Select(h => (h.Role, h.ClassName)));

    /// <summary>Null where there is no such person; a carer is not run from here.</summary>
    public static async Task<OpenPerson?> FindAsync(SchoolRegister register, Id<Person> id, CancellationToken cancel)
    {
        var person = await register.People.SingleOrDefaultAsync(p => p.Id == id && p.Kind != PersonKind.Carer, cancel);
        if (person is null)
        {
            return null;
        }

        var held = await register.Roles.Where(r => r.PersonId == id).OrderBy(r => r.Role).ThenBy(r => r.ClassName).Take(MostRoles).ToListAsync(cancel);
        return new OpenPerson(person, held);
    }

    /// <summary>Whether anybody else who can sign in may run the school's side.</summary>
    public static async Task<bool> OthersRunTheSchoolAsync(SchoolRegister register, Id<Person> except, CancellationToken cancel)
    {
        var running = Enum.GetValues<StaffRole>().Where(role => Sight.Of([role]).MayRunSchool).ToArray();
        return await register.People.AnyAsync(
            p => p.Id != except
                && p.AccountId != null
                && p.LeftOn == null
                && register.Roles.Any(r => r.PersonId == p.Id && running.Contains(r.Role)),
            cancel);
    }
}
