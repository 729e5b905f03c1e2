using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Joining;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>A one-time link by which somebody first signs in, or gets back in. Shown once, to be handed over.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class InviteModel(SchoolRegister register, Invitations invitations, StaffViewer by, SchoolDay day) : PageModel
{
    private const string TokenKey = "Kept.Invitation.";

    [BindProperty(SupportsGet = true)]
    public Id<Person> PersonId { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Null where this viewer may invite the person.</summary>
    public string? OutOfReach { get; private set; }

    /// <summary>The whole address, in the answer to the press that made it and never again.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Link = TempData[TokenKey + PersonId] is string token ? $"{Request.Scheme}://{Request.Host}/invitation?token={Uri.EscapeDataString(token)}" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!(await invitations.InviteAsync(PersonId, cancel)).Allowed(out var token, out var refusal))
        {
            ModelState.AddModelError("", refusal.Sentence);
            return this.PageWithErrors();
        }

        TempData[TokenKey + PersonId] = token;
        return Redirect(PeopleLinks.Invite(PersonId));
    }

    /// <summary>Whoever holds the link comes in as this person: that takes the right to give all that they hold.</summary>
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await OpenPerson.FindAsync(register, PersonId, cancel) is not { IsStaff: true } open || !open.Person.IsActiveOn(day.Today))
        {
            return false;
        }

        Person = open.Person;
        OutOfReach = RoleGrants.RefusalToManage(by, Person, open.Roles)?.Sentence;
        return true;
    }
}
