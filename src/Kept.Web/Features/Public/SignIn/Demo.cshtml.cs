using Kept.Domain;
using Kept.Domain.People;
using Kept.Store.Accounts;
using Kept.Store.Families;
using Kept.Store.People;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>One-click sign-in, in the demo and nowhere else.</summary>
public sealed class DemoModel(KeptAppOptions options, Viewers viewers, UserManager<Account> accounts, Entry entry, FamilyPlaces families) : PageModel
{
    public ILookup<string, DemoPerson> Schools { get; private set; } = Array.Empty<DemoPerson>().ToLookup(p => p.SchoolName);

    public IReadOnlyList<DemoCarer> Carers { get; private set; } = [];

    public static string Said(string role) => role.Length is 0 ? "No role" : char.ToUpperInvariant(role[0]) + role[1..];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!options.IsDemo)
        {
            return NotFound();
        }

        Schools = (await viewers.DemoPeopleAsync(cancel)).ToLookup(p => p.SchoolName);
        Carers = await families.DemoCarersAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Person> personId, CancellationToken cancel)
    {
        if (!options.IsDemo)
        {
            return NotFound();
        }

        var chosen = (await viewers.DemoPeopleAsync(cancel)).SingleOrDefault(p => p.PersonId == personId);
        if (chosen is null || await accounts.FindByIdAsync(chosen.AccountId.ToString()) is not { } account)
        {
            return NotFound();
        }

        await entry.EnterAtAsync(HttpContext, account, chosen.SchoolId, Strengths.Demo);
        return Redirect("/today");
    }

    public async Task<IActionResult> OnPostCarerAsync(Guid account, CancellationToken cancel)
    {
        if (!options.IsDemo || (await families.DemoCarersAsync(cancel)).All(c => c.AccountId != account))
        {
            return NotFound();
        }

        await HttpContext.SignInFamilyAsync(families, account, isOwnPhone: false, isProven: true, cancel);
        return Redirect(FamilyLinks.Start);
    }
}
