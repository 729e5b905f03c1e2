using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>One member of staff or professional: who they are, what they hold, whether they sign in.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class PersonModel(SchoolRegister register, StaffViewer by, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> PersonId { get; set; }

    public OpenPerson Open { get; private set; } = null!;

    public Person Person => Open.Person;

    public bool HasLeft => !Person.IsActiveOn(day.Today);

    /// <summary>Whether they have an account or wait for one.</summary>
    public string SignInState { get; private set; } = "";

    /// <summary>Null where this viewer may change everything about the person.</summary>
    public string? OutOfReach { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostComeBackAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (RoleGrants.RefusalToManage(by, Person, Open.Roles) is { } refusal)
        {
            return this.PageWith(refusal);
        }

        await register.SaveAsync(Person.ComeBack(), cancel);
        TempData.Say($"{Person.Name} is back, with the roles they held.");
        return Redirect(PeopleLinks.Person(PersonId));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await OpenPerson.FindAsync(register, PersonId, cancel) is not { } found)
        {
            return false;
        }

        Open = found;
        var now = day.Now;
        var until = await register.Invitations.AsNoTracking()
            .Where(i => i.PersonId == PersonId && i.UsedAt == null && i.Until > now)
            .OrderByDescending(i => i.Until).Select(i => (Instant?)i.Until).FirstOrDefaultAsync(cancel);
        SignInState = (Person.AccountId, until) switch
        {
            (null, null) => "Not invited yet",
            (not null, null) => "Has an account",
            (_, { } last) => $"Invited; the link works until {last.InZone(School.Zone).Date.InWords()}"
        };
        OutOfReach = RoleGrants.RefusalToManage(by, Person, Open.Roles)?.Sentence;
        return true;
    }
}
