using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>Out, on this device. By a form, so that no link or picture can do it to somebody.</summary>
public sealed class SignOutModel(SignInManager<Account> signIn, KeptAppOptions options) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        await HttpContext.EndHalfAsync();
        TempData.Say("You are signed out.");
        return Redirect(options.IsDemo ? "/demo/sign-in" : "/sign-in");
    }
}
