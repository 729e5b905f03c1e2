using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Staff.Account;

/// <summary>Password or passkey again, before something about signing in is changed.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class ConfirmModel(SignInManager<Store.Accounts.Account> signIn, Passkeys passkeys, SecondFactor factor, Entry entry, KeptAppOptions options) : PageModel
{
    private Store.Accounts.Account own = null!;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public bool HasPassword => own.PasswordHash is not null;

    public bool HasPasskey { get; private set; }

    public bool IsDemo => options.IsDemo;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        own = (await signIn.UserManager.GetUserAsync(User))!;
        HasPasskey = await factor.HasPasskeyAsync(own);
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await signIn.CheckPasswordSignInAsync(own, Password ?? "", lockoutOnFailure: true);
        return answer.Succeeded ? await GoOnAsync() : Again(nameof(Password), answer.IsLockedOut
            ? "Too many tries. Wait 15 minutes, then try again"
            : "That is not your password");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskForOneOfAsync(own), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync() => (await passkeys.WhoseAsync(Credential))?.Id == own.Id
        ? await GoOnAsync()
        : Again("", "That passkey was not accepted. Try again, or use your password");

    public async Task<IActionResult> OnPostDemoAsync() => options.IsDemo ? await GoOnAsync() : NotFound();

    private async Task<IActionResult> GoOnAsync()
    {
        await signIn.UserManager.ResetAccessFailedCountAsync(own);
        await entry.RenewAsync(HttpContext, own, proven: true);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account");
    }

    private PageResult Again(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
