using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Who somebody is and how to reach them.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class EditModel(SchoolRegister register, StaffViewer by) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> PersonId { get; set; }

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public bool IsStaff { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
        {
            return NotFound();
        }

        Form = PersonForm.Of(open.Person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (await RefusalOfEmailAsync(open, cancel) is { } refusal
            || open.Person.Rename(Form.Title, Form.GivenName, Form.FamilyName).Refused(out refusal))
        {
            return this.PageWith(refusal);
        }

        await register.SaveAsync(Form.Describe(open.Person), cancel);
        TempData.Say($"{open.Person.Name}’s details are saved.");
        return Redirect(PeopleLinks.Person(PersonId));
    }

    private async Task<OpenPerson?> FindAsync(CancellationToken cancel)
    {
        var open = await OpenPerson.FindAsync(register, PersonId, cancel);
        Name = open?.Person.Name ?? "";
        IsStaff = open?.IsStaff ?? false;
        return open;
    }

    /// <summary>An email is how somebody is invited: to change it is to choose who comes in.</summary>
    private async Task<Refusal?> RefusalOfEmailAsync(OpenPerson open, CancellationToken cancel)
    {
        if (!open.IsStaff || Form.TidyEmail == open.Person.Email)
        {
            return null;
        }

        return RoleGrants.RefusalToManage(by, open.Person, open.Roles)?.About(nameof(PersonForm.Email))
            ?? await AddModel.EmailTakenAsync(register, Form.TidyEmail, open.Person.Id, cancel);
    }
}
