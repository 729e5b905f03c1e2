using System.Buffers.Text;
using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Account;

/// <summary>A device that is sold, lost or no longer trusted. The last second factor stays: without it nobody could come back.</summary>
public sealed class RemovePasskeyModel(UserManager<Store.Accounts.Account> accounts, Entry entry, SecondFactor factor) : FreshModel(accounts, entry)
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? Redirect("/account") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } passkey)
        {
            return Redirect("/account");
        }

        if (!await factor.HasAppAsync(Own) && (await Accounts.GetPasskeysAsync(Own)).Count is 1)
        {
            return Again("", "This is your only second way to show it is you. Add another passkey or an authenticator app first");
        }

        await Accounts.RemovePasskeyAsync(Own, passkey.CredentialId);
        await Accounts.UpdateSecurityStampAsync(Own);
        await Entry.RenewAsync(HttpContext, Own, proven: false);
        TempData.Say($"“{Name}” is removed. Whoever was signed in with it is signed out.");
        return Redirect("/account");
    }

    private async Task<UserPasskeyInfo?> FindAsync()
    {
        if (Id is not { Length: > 0 } || !Base64Url.IsValid(Id) || await Accounts.GetPasskeyAsync(Own, Base64Url.DecodeFromChars(Id)) is not { } passkey)
        {
            return null;
        }

        Name = passkey.Name ?? "Passkey";
        return passkey;
    }
}
