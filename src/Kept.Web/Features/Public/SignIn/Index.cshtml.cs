using System.ComponentModel.DataAnnotations;
using Kept.Store.Accounts;
using Kept.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Outcome = Microsoft.AspNetCore.Identity.SignInResult;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>By passkey, or by email and password with a second factor to follow. Checks the form's token itself: see below.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Tries.PerAddress)]
public sealed class IndexModel(
    SignInManager<Account> signIn, SecondFactor factor, Passkeys passkeys, Entry entry, Tries tries, CurrentVisit visit, StrangersPassword stranger,
    IAntiforgery antiforgery) : StepModel
{
    private const string NotRight = "The email address or the password is not right";
    private const string Locked = "Too many tries. Wait 15 minutes, then try again; a passkey works meanwhile";

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty]
    public string? Credential { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!tries.MayTry(Form.Email!))
        {
            return Again("Form.Password", Locked, StatusCodes.Status429TooManyRequests);
        }

        var account = await signIn.UserManager.FindByEmailAsync(Form.Email!.Trim());
        var found = await CheckAsync(account);
        if (!found.Succeeded)
        {
            return Again("Form.Password", found.IsLockedOut ? Locked : NotRight);
        }

        await HttpContext.BeginHalfAsync(account!);
        return GoOn(await factor.HasAnyAsync(account!) ? "/sign-in/code" : "/sign-in/second-factor");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskForAnyAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return await passkeys.WhoseAsync(Credential) is { IsOfAFamily: false } account
            ? await EnterAsync(entry, account, Strengths.Passkey, cancel)
            : Again("", "That passkey was not accepted. Try again, or use your password");
    }

    /// <summary>
    /// Somebody who has signed in from another tab meanwhile has a new token, and this page an old one. What they had typed is no
    /// less theirs for that.
    /// </summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await antiforgery.IsRequestValidAsync(HttpContext))
        {
            await next();
            return;
        }

        context.Result = visit.IsSignedIn && Request.IsFromOurOwnPage() ? GoHome() : BadRequest();
    }

    protected override Task<IActionResult> ShowAsync()
    {
        if (HttpContext.CarriedHere() is { } carried)
        {
            Carried = carried;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.FromResult(visit.IsSignedIn ? GoHome() : Page());
    }

    /// <summary>Takes as long, and says the same, whether or not there is such an account.</summary>
    private async Task<Outcome> CheckAsync(Account? account)
    {
        if (account is null)
        {
            stranger.Check(Form.Password!);
            return tries.MayTryAsStranger(Form.Email!)
                ? Outcome.Failed
                : Outcome.LockedOut;
        }

        if (account.PasswordHash is null || await signIn.UserManager.IsLockedOutAsync(account))
        {
            stranger.Check(Form.Password!);
        }

        return await signIn.CheckPasswordSignInAsync(account, Form.Password!, lockoutOnFailure: true);
    }

    public sealed class SignInForm
    {
        [Required(ErrorMessage = "Enter your email address")]
        [MaxLength(254, ErrorMessage = "Enter your email address")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter your password")]
        [MaxLength(Domain.Accounts.Password.MaxLength, ErrorMessage = NotRight)]
        public string? Password { get; set; }
    }
}
