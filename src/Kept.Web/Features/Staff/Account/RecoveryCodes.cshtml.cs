using Kept.Store.Accounts;
using Kept.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Account;

/// <summary>Ten new codes, shown once: they go to the page in a sealed cookie that the page uses up.</summary>
public sealed class RecoveryCodesModel(UserManager<Store.Accounts.Account> accounts, Entry entry, SecondFactor factor) : FreshModel(accounts, entry)
{
    private const string Key = "Kept.NewRecoveryCodes";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public void OnGet() => Codes = (TempData[Key] as string ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public async Task<IActionResult> OnPostAsync()
    {
        TempData[Key] = string.Join(' ', await factor.NewRecoveryCodesAsync(Own));
        return Redirect("/account/recovery-codes");
    }
}
