using Kept.Domain;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Somebody from outside the school who can own an action.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class AddProfessionalModel(SchoolRegister register) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (Text.Tidy(Form.Job) is null)
        {
            return this.PageWith(new Refusal("Enter what they do and for whom, so that staff know why they are here", nameof(PersonForm.Job)));
        }

        if (!Person.Named(register.SchoolId, PersonKind.Professional, Form.Title, Form.GivenName, Form.FamilyName).Allowed(out var person, out var refusal))
        {
            return this.PageWith(refusal);
        }

        Form.Describe(person);
        register.Add(person);
        await register.SaveAsync(new PersonAdded(person.Id), cancel);
        TempData.Say($"{person.Name} is added.");
        return Redirect(PeopleLinks.Professionals);
    }
}
