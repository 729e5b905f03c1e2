using Kept.Store.Accounts;
using Kept.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>
/// For an account with nothing but a password: the only page it opens. One that has a second factor already never comes here, or a
/// stolen password would be enough.
/// </summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class SecondFactorModel(
    UserManager<Account> accounts, SecondFactor factor, Passkeys passkeys, Entry entry, SealedSecret secrets) : StepModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Sealed { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public string Secret { get; private set; } = "";

    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await WhoAsync() is not { } account)
        {
            return GoOn("/sign-in");
        }

        Offer(account);
        return await factor.KeepAppAsync(account, Secret, Code) is { } refusal
            ? Again(nameof(Code), refusal.Sentence)
            : await GoOnWithCodesAsync(account, Strengths.App, cancel);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => await WhoAsync() is { } account
        ? Content(await passkeys.AskToMakeAsync(account, account.Email!), "application/json")
        : Unauthorized();

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await WhoAsync() is not { } account)
        {
            return GoOn("/sign-in");
        }

        Offer(account);
        return await passkeys.KeepAsync(account, Credential, "First passkey") is { } refusal
            ? Again("", refusal.Sentence)
            : await GoOnWithCodesAsync(account, Strengths.Passkey, cancel);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await WhoAsync() is not { } account)
        {
            return GoOn("/sign-in");
        }

        Offer(account);
        return Page();
    }

    private async Task<Account?> WhoAsync() =>
        await HttpContext.HalfwayAsync(accounts) is { Strength: null, Account: var account } && !await factor.HasAnyAsync(account) ? account : null;

    /// <summary>The secret on offer stays the same until it is taken up, or a wrong code would mean scanning again.</summary>
    private void Offer(Account account)
    {
        Email = account.Email!;
        Secret = secrets.Open(Sealed, account) ?? Totp.NewKey();
        Sealed = secrets.Seal(Secret, account);
    }

    private async Task<IActionResult> GoOnWithCodesAsync(Account account, string strength, CancellationToken cancel)
    {
        RecoveryCodesModel.Leave(TempData, await factor.NewRecoveryCodesAsync(account));
        var isIn = await entry.EnterAsync(HttpContext, account, strength, cancel);
        ReturnUrl = isIn ? ReturnUrl : "/schools";
        return GoOn("/sign-in/recovery-codes");
    }
}
