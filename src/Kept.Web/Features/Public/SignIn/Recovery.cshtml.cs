using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>For a phone that is lost or flat: a code from paper in place of the second factor.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class RecoveryModel(UserManager<Account> accounts, SecondFactor factor, Entry entry) : StepModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await HttpContext.HalfwayAsync(accounts) is not { Strength: null, Account: var account })
        {
            return GoOn("/sign-in");
        }

        if (!await accounts.IsLockedOutAsync(account) && await factor.TakesRecoveryCodeAsync(account, Code))
        {
            var left = await factor.RecoveryCodesLeftAsync(account);
            TempData.Say($"You used a recovery code, and {(left is 1 ? "1 is" : $"{left} are")} left. If your phone is lost, set up a new one in Your account.");
            return await EnterAsync(entry, account, Strengths.Recovery, cancel);
        }

        return await FailAsync(accounts, account)
            ? Again(nameof(Code), "Too many tries. Wait 15 minutes, then sign in again")
            : Again(nameof(Code), "That recovery code is not right, or was used already");
    }

    protected override async Task<IActionResult> ShowAsync() =>
        await HttpContext.HalfwayAsync(accounts) is { Strength: null } ? Page() : GoOn("/sign-in");
}
