using Kept.Store.Accounts;
using Kept.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>The second factor, after a password that was right.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class CodeModel(UserManager<Account> accounts, SecondFactor factor, Passkeys passkeys, Entry entry) : StepModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public bool HasApp { get; private set; }

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync() is not { } account)
        {
            return GoOn("/sign-in");
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return await StartAgainAsync();
        }

        if (await factor.TakesCodeAsync(account, Code))
        {
            return await EnterAsync(entry, account, Strengths.App, cancel);
        }

        return await FailAsync(accounts, account)
            ? await StartAgainAsync()
            : Again(nameof(Code), "That code is not right, or was used already. Type the code that the app shows now");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => await LoadAsync() is { } account
        ? Content(await passkeys.AskForOneOfAsync(account), "application/json")
        : Unauthorized();

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await LoadAsync() is not { } account)
        {
            return GoOn("/sign-in");
        }

        var owner = await passkeys.WhoseAsync(Credential);
        return owner?.Id == account.Id
            ? await EnterAsync(entry, account, Strengths.Passkey, cancel)
            : Again("", "That passkey was not accepted. Try again, or use a recovery code");
    }

    protected override async Task<IActionResult> ShowAsync() => await LoadAsync() is null ? GoOn("/sign-in") : Page();

    private async Task<Account?> LoadAsync()
    {
        if (await HttpContext.HalfwayAsync(accounts) is not { Strength: null, Account: var account })
        {
            return null;
        }

        HasApp = await factor.HasAppAsync(account);
        HasPasskey = await factor.HasPasskeyAsync(account);
        return HasApp || HasPasskey ? account : null;
    }

    private async Task<IActionResult> StartAgainAsync()
    {
        await HttpContext.EndHalfAsync();
        return Again(nameof(Code), "Too many tries. Wait 15 minutes, then sign in again");
    }
}
