using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Family.SignOut;

/// <summary>Ends a carer's visit on this device.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => Redirect(FamilyLinks.Start);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutFamilyAsync();
        return Redirect(FamilyLinks.Enter);
    }
}
