using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>What somebody does at the school, and so may see.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class RolesModel(SchoolRegister register, StaffViewer by) : RolesModelBase(by)
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> PersonId { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
        {
            return NotFound();
        }

        RolesForm = RolesForm.Of(open.Held);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
        {
            return NotFound();
        }

        var others = await OpenPerson.OthersRunTheSchoolAsync(register, PersonId, cancel);
        if (!RoleGrants.Change(By, open.Person, open.Held, RolesForm.Wanted(By, open.Held), others).Allowed(out var change, out var refusal))
        {
            return this.PageWith(refusal, nameof(RolesForm));
        }

        change.Given.ToList().ForEach(register.Add);
        change.Taken.ToList().ForEach(register.Remove);
        await register.SaveAsync(change.Happened, cancel);
        TempData.Say($"{Name}’s roles are saved.");

        // Somebody who gave up running the school may not be sent back to its settings.
        return Redirect(PersonId == By.PersonId && !RoleGrants.RunsTheSchool(RolesForm.Roles) ? "/today" : PeopleLinks.Person(PersonId));
    }

    private async Task<OpenPerson?> FindAsync(CancellationToken cancel)
    {
        var open = await OpenPerson.FindAsync(register, PersonId, cancel);
        Name = open?.Person.Name ?? "";
        Holds = [.. open?.Roles ?? []];
        return open is { IsStaff: true } ? open : null;
    }
}
