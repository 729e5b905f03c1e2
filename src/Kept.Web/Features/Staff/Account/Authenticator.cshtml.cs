using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Account;

/// <summary>A new phone, or a first one.</summary>
public sealed class AuthenticatorModel(UserManager<Store.Accounts.Account> accounts, Entry entry, SecondFactor factor, SealedSecret secrets)
    : FreshModel(accounts, entry)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Sealed { get; set; }

    public string Secret { get; private set; } = "";

    public string Email => Own.Email ?? "";

    public void OnGet() => Offer();

    public async Task<IActionResult> OnPostAsync()
    {
        Offer();
        if (await factor.KeepAppAsync(Own, Secret, Code) is { } refusal)
        {
            return Again(nameof(Code), refusal.Sentence);
        }

        await Entry.RenewAsync(HttpContext, Own, proven: true);
        TempData.Say("The authenticator app is set up.");
        return Redirect("/account");
    }

    private void Offer()
    {
        Secret = secrets.Open(Sealed, Own) ?? Totp.NewKey();
        Sealed = secrets.Seal(Secret, Own);
    }
}
