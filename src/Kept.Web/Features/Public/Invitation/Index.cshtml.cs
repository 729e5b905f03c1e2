using Kept.Store.Accounts;
using Kept.Store.Joining;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.Invitation;

/// <summary>Where an invitation leads: to a password of one's own, or to signing in with the account one has.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class IndexModel(TakingUp invitations, UserManager<Account> accounts, SignInManager<Account> signIn, CurrentVisit visit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Invited? Invited { get; private set; }

    /// <summary>Whether somebody has proven, with a second factor, whose account this is.</summary>
    public bool MayJoin { get; private set; }

    public string SignInFirst => $"/sign-in?returnUrl={Uri.EscapeDataString($"/invitation?token={Token}")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Invited = await invitations.FindAsync(Token, cancel);
        MayJoin = await WhoAsync() is not null;
        Response.StatusCode = Invited is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (visit.IsSignedIn)
        {
            // Somebody else’s visit on this computer ends before a new account begins.
            await signIn.SignOutAsync();
            return Redirect($"/invitation?token={Uri.EscapeDataString(Token ?? "")}");
        }

        if (!(await invitations.TakeUpAsync(Token, Password, cancel)).Allowed(out var account, out var refusal))
        {
            return await RefuseAsync(nameof(Password), refusal.Sentence, cancel);
        }

        await HttpContext.BeginHalfAsync(account);
        return Redirect("/sign-in/second-factor");
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken cancel)
    {
        if (await WhoAsync() is not { } account)
        {
            return Redirect(SignInFirst);
        }

        if (await invitations.JoinAsync(Token, account, cancel) is { } refusal)
        {
            MayJoin = true;
            return await RefuseAsync("", refusal.Sentence, cancel);
        }

        TempData.Say("Added. Choose which school you want to open now.");
        return Redirect("/schools");
    }

    private async Task<IActionResult> RefuseAsync(string field, string sentence, CancellationToken cancel)
    {
        Invited = await invitations.FindAsync(Token, cancel);
        ModelState.AddModelError(Invited?.Kind is InvitationKind.NewAccount or InvitationKind.StartAgain ? field : "", sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<Account?> WhoAsync() => visit.IsSignedIn
        ? await accounts.GetUserAsync(User)
        : await HttpContext.HalfwayAsync(accounts) is { Strength: not null } half ? half.Account : null;
}
