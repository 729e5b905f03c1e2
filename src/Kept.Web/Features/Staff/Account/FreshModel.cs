using Kept.Store.Accounts;
using Kept.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Account;

/// <summary>
/// A page that changes how somebody signs in. It opens only to who has shown lately that it is they: an open computer is not enough.
/// </summary>
public abstract class FreshModel(UserManager<Store.Accounts.Account> accounts, Entry entry) : PageModel
{
    protected Entry Entry => entry;

    protected UserManager<Store.Accounts.Account> Accounts => accounts;

    protected Store.Accounts.Account Own { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await entry.IsFreshAsync(HttpContext))
        {
            context.Result = Redirect($"/account/confirm?returnUrl={Uri.EscapeDataString(Request.Path + (HttpMethods.IsGet(Request.Method) ? Request.QueryString : default))}");
            return;
        }

        Own = (await accounts.GetUserAsync(User))!;
        await next();
    }

    protected PageResult Again(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
