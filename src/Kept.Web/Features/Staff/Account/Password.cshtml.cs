using Kept.Domain.Accounts;
using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Account;

/// <summary>A new password. The old one was asked for on the way here.</summary>
public sealed class PasswordModel(UserManager<Store.Accounts.Account> accounts, Entry entry, CurrentVisit visit) : FreshModel(accounts, entry)
{
    [BindProperty]
    public string? New { get; set; }

    public string? Email => Own.Email;

    public async Task<IActionResult> OnPostAsync()
    {
        var (viewer, school) = visit.SignedIn;
        if (Password.Check(New, viewer.Name, Own.Email, school.Name) is { } refusal)
        {
            return Again(nameof(New), refusal.Sentence);
        }

        await Accounts.RemovePasswordAsync(Own);
        await Accounts.AddPasswordAsync(Own, New!);
        await Entry.RenewAsync(HttpContext, Own, proven: true);
        TempData.Say("Your password is changed. You are signed out everywhere else.");
        return Redirect("/account");
    }
}
