using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Somebody's last day, and what they leave behind. Their actions stay theirs until each is given to somebody else.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class LeaveModel(SchoolRegister register, VisibleRecord record, StaffViewer by, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> PersonId { get; set; }

    [BindProperty]
    public LeaveForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public bool IsStaff { get; private set; }

    /// <summary>Of those that this viewer may see; null where they may see none of anybody's.</summary>
    public int? OpenActions { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
        {
            return NotFound();
        }

        Form.LastDay = (open.Person.LeftOn ?? day.Today).InWords();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
        {
            return NotFound();
        }

        if (WrittenDate.Read(Form.LastDay, day.Today.PlusMonths(-6)) is not { } last)
        {
            return this.PageWith(new Refusal("Enter their last day, like 18 December 2026", nameof(LeaveForm.LastDay)));
        }

        // A slip in the year, such as 1926 for 2026, would say that whatever they did since was done by somebody who had gone.
        if (last < day.Today.PlusYears(-5) || last > day.Today.PlusYears(2))
        {
            return this.PageWith(new Refusal("Check the year of their last day: it is far from today", nameof(LeaveForm.LastDay)));
        }

        var others = await OpenPerson.OthersRunTheSchoolAsync(register, PersonId, cancel);
        if (!RoleGrants.Leave(by, open.Person, open.Held, last, others).Allowed(out var happened, out var refusal))
        {
            return this.PageWith(refusal);
        }

        await register.SaveAsync(happened, cancel);
        TempData.Say(OpenActions > 0
            ? $"{Name} is marked as left. {Count(OpenActions.Value)} still theirs: give each to somebody who is here."
            : $"{Name} is marked as left.");
        return Redirect(PeopleLinks.Person(PersonId));
    }

    /// <summary>"4 actions are".</summary>
    public static string Count(int actions) => actions == 1 ? "1 action is" : $"{actions} actions are";

    private async Task<OpenPerson?> FindAsync(CancellationToken cancel)
    {
        var open = await OpenPerson.FindAsync(register, PersonId, cancel);
        Name = open?.Person.Name ?? "";
        IsStaff = open?.IsStaff ?? false;
        OpenActions = open is null || by.Sight.MaySee.Count == 0
            ? null
            : await record.Actions.CountAsync(a => a.OwnerId == PersonId && a.Status != ActionStatus.Done, cancel);
        return open;
    }
}

public sealed class LeaveForm
{
    [Display(Name = "Last day", Description = "They can sign in and own actions until the end of it")]
    public string? LastDay { get; set; }
}
