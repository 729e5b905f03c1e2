using System.Security.Claims;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Store.Accounts;
using Kept.Store.People;
using Kept.Web.Access;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>One-click sign-in, in the demo and nowhere else.</summary>
public sealed class DemoModel(KeptAppOptions options, Viewers viewers, SignInManager<Account> signIn) : PageModel
{
    public ILookup<string, DemoPerson> Schools { get; private set; } = Array.Empty<DemoPerson>().ToLookup(p => p.SchoolName);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!options.IsDemo)
        {
            return NotFound();
        }

        Schools = (await viewers.DemoPeopleAsync(cancel)).ToLookup(p => p.SchoolName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Person> personId, CancellationToken cancel)
    {
        if (!options.IsDemo)
        {
            return NotFound();
        }

        var chosen = (await viewers.DemoPeopleAsync(cancel)).SingleOrDefault(p => p.PersonId == personId);
        if (chosen is null || await signIn.UserManager.FindByIdAsync(chosen.AccountId.ToString()) is not { } account)
        {
            return NotFound();
        }

        await signIn.SignInWithClaimsAsync(account, isPersistent: false,
            [new Claim(SignInClaims.School, chosen.SchoolId.ToString()), new Claim(SignInClaims.Strength, "demo")]);
        return Redirect("/today");
    }
}
