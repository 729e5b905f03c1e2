using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Account;

/// <summary>One more device to sign in with.</summary>
public sealed class AddPasskeyModel(UserManager<Store.Accounts.Account> accounts, Entry entry, Passkeys passkeys, CurrentVisit visit)
    : FreshModel(accounts, entry)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await passkeys.AskToMakeAsync(Own, visit.SignedIn.Viewer.Name), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await passkeys.KeepAsync(Own, Credential, Name) is { } refusal)
        {
            return Again("", refusal.Sentence);
        }

        await Entry.RenewAsync(HttpContext, Own, proven: true);
        TempData.Say("The passkey is added. Use it the next time you sign in.");
        return Redirect("/account");
    }
}
