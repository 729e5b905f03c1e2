using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>A new member of staff, with their roles.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class AddModel(SchoolRegister register, StaffViewer by) : RolesModelBase(by)
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List<Refusal> wrong = [];
        if (!Person.Named(register.SchoolId, PersonKind.Staff, Form.Title, Form.GivenName, Form.FamilyName).Allowed(out var person, out var refusal))
        {
            wrong.Add(refusal);
        }

        if (await EmailTakenAsync(register, Form.TidyEmail, person?.Id ?? Id<Person>.New(), cancel) is { } taken)
        {
            wrong.Add(taken);
        }

        if (person is null || wrong.Count > 0 || !ModelState.IsValid)
        {
            return this.PageWith(wrong);
        }

        if (!RoleGrants.Change(By, person, [], RolesForm.Wanted(By, []), othersRunTheSchool: true).Allowed(out var roles, out refusal))
        {
            return this.PageWith(refusal, nameof(RolesForm));
        }

        Form.Describe(person);
        register.Add(person);
        foreach (var role in roles.Given)
        {
            register.Add(role);
        }

        await register.SaveAsync(roles.Given.Count > 0 ? [new PersonAdded(person.Id), roles.Happened] : [new PersonAdded(person.Id)], cancel);
        TempData.Say($"{person.Name} is added.");
        return Redirect(PeopleLinks.Person(person.Id));
    }

    /// <summary>Two members of staff with one email could not both be invited.</summary>
    internal static async Task<Refusal?> EmailTakenAsync(SchoolRegister register, string? email, Id<Person> but, CancellationToken cancel)
    {
        var other = email is null
            ? null
            : await register.People.AsNoTracking()
                .FirstOrDefaultAsync(p => p.Kind == PersonKind.Staff && p.Id != but && p.Email == email, cancel);
        return other is null ? null : new Refusal($"{other.Name} has this email already. Everybody who signs in needs their own", nameof(PersonForm.Email));
    }
}
