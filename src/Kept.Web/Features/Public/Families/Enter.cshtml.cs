using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Telling;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.Families;

/// <summary>For a carer who is signed out: a phone of theirs, the letter, or a link to the email address or the mobile number that the school has.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class EnterModel(AskingForALink asking, FamilyPhones phones, FamilyPlaces places, FamilyLanguage language, IPostRoom postRoom) : PageModel
{
    private static readonly TimeSpan AnswersAfter = TimeSpan.FromMilliseconds(600);

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Mobile { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public Wording Words => language.Words;

    /// <summary>Whether Kept can send mail here at all.</summary>
    public bool SendsMail => postRoom.Ways.Email;

    public bool SendsTexts => postRoom.Ways.Text;

    public void OnGet()
    {
        // The page says it all.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!SendsMail)
        {
            return NotFound();
        }

        if (Addresses.Email(Email) is not { } address)
        {
            ModelState.AddModelError(nameof(Email), Words["enter.mailWrong"]);
            return this.PageWithErrors();
        }

        return await AskAsync(asking.ByEmailAsync(address, cancel), "enter.mailSent", cancel);
    }

    public async Task<IActionResult> OnPostTextAsync(CancellationToken cancel)
    {
        if (!SendsTexts)
        {
            return NotFound();
        }

        if (Addresses.Mobile(Mobile) is not { } number)
        {
            ModelState.AddModelError(nameof(Mobile), Words["enter.textWrong"]);
            return this.PageWithErrors();
        }

        return await AskAsync(asking.ByTextAsync(number, cancel), "enter.textSent", cancel);
    }

    public async Task<IActionResult> OnPostPhoneOptionsAsync() => Content(await phones.AskForAnyAsync(), "application/json");

    public async Task<IActionResult> OnPostPhoneAsync(CancellationToken cancel)
    {
        if (await phones.WhoseAsync(Credential, cancel) is not { } account)
        {
            ModelState.AddModelError("", Words["phone.failed"]);
            return this.PageWithErrors();
        }

        // For an hour, not for the season: the passkey may have been used from another device, and is quick to use again.
        await HttpContext.SignInFamilyAsync(places, account, isOwnPhone: false, isProven: false, cancel);
        return Redirect(FamilyLinks.Start);
    }

    private async Task<IActionResult> AskAsync(Task asked, string said, CancellationToken cancel)
    {
        // As long whether or not the address is known.
        await Task.WhenAll(asked, Task.Delay(AnswersAfter, cancel));
        postRoom.Nudge();

        // The same words whoever asked.
        TempData.Say(Words[said]);
        return Redirect(FamilyLinks.Enter);
    }
}
