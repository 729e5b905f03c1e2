using Kept.Store.Accounts;
using Kept.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>
/// One page of signing in. Each hands on where the person was going and, if a form was cut off, the form: by a redirect that makes
/// the browser post again, since it is too long for an address.
/// </summary>
public abstract class StepModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Carried { get; set; }

    protected abstract Task<IActionResult> ShowAsync();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>From the page before, with a form that is being carried.</summary>
    public Task<IActionResult> OnPostArriveAsync()
    {
        ModelState.Clear();
        return ShowAsync();
    }

    /// <summary>The address of another step, which remembers where the person was going.</summary>
    public string Address(string path) => Url.IsLocalUrl(ReturnUrl) ? $"{path}?returnUrl={Uri.EscapeDataString(ReturnUrl)}" : path;

    protected IActionResult GoOn(string path)
    {
        if (Carried is not null)
        {
            return RedirectPreserveMethod(path + "?handler=Arrive");
        }

        return Redirect(Address(path));
    }

    protected IActionResult GoHome() => Carried is not null
        ? RedirectPreserveMethod("/sign-in/carry-on")
        : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/today");

    protected IActionResult Again(string field, string sentence, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(field, sentence);
        return Again(status);
    }

    protected IActionResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>Once the second factor is met: in, or to the choice of school.</summary>
    protected async Task<IActionResult> EnterAsync(Entry entry, Account account, string strength, CancellationToken cancel) =>
        await entry.EnterAsync(HttpContext, account, strength, cancel) ? GoHome() : GoOn("/schools");

    /// <summary>Counts a wrong code as a wrong password is counted. True when that locks the account.</summary>
    protected static async Task<bool> FailAsync(UserManager<Account> accounts, Account account)
    {
        await accounts.AccessFailedAsync(account);
        return await accounts.IsLockedOutAsync(account);
    }
}
