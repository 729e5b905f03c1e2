using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>Who a carer is, how to reach them, and what ties them to this child.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class EditModel(VisibleRecord record) : KnownCarerPageModel(record)
{
    [BindProperty]
    public CarerForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        Form = CarerForm.Of(Carer, Tie);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (!Carer.Rename(Form.Title, Form.GivenName, Form.FamilyName).Allowed(out var renamed, out var refusal)
            || !Tie.Describe(Form.Details).Allowed(out var changed, out refusal))
        {
            return this.PageWith(refusal);
        }

        Carer.Describe(Carer.Initials, Form.Email, Form.Phone, Carer.Job);
        if (await Record.SaveAsync([renamed, changed], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"{Carer.Name}’s details are saved.");
        return Redirect(PupilPeopleLinks.People(PupilId));
    }
}
