using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace Kept.Web.Features.Public.Families;

/// <summary>Where a carer's letter leads: one question, and they are in.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class JoinModel(ComingIn coming, FamilyPlaces places, FamilyVisit visit, FamilyLanguage language, FamilyFormats formats, IClock clock) : PageModel
{
    private const int OldestYears = 26;

    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public DateBoxes Born { get; set; } = new();

    [BindProperty]
    public bool IsOwnPhone { get; set; }

    public Wording Words => language.Words;

    /// <summary>Null where the letter opens nothing.</summary>
    public OpenInvitation? Invitation { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InZone(Domain.Schools.School.Zone).Date;
        if (!Born.Read(today, OldestYears).Allowed(out var born, out _))
        {
            return await RefuseAsync(words => words["join.empty"], cancel);
        }

        var answer = await coming.AnswerAsync(School, Code, born, visit.IsSignedIn ? visit.AccountId : null, cancel);
        switch (answer.To)
        {
            case AnswerTo.Right:
                await HttpContext.SignInFamilyAsync(places, answer.Account!.Value, IsOwnPhone, isProven: true, cancel);
                return Redirect(FamilyLinks.Start);
            case AnswerTo.Wrong when answer.TriesLeft > 0:
                return await RefuseAsync(words => words.Say("join.wrong", ("n", answer.TriesLeft)), cancel);
            case AnswerTo.TryAgain:
                return await RefuseAsync(words => words["join.again"], cancel);
            default:
                return await ShowAsync(cancel);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Invitation = await coming.FindAsync(School, Code, cancel);
        language.Prefer(Invitation?.Language);
        formats.Prefer(Invitation?.Formats);
        Response.StatusCode = Invitation is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(Func<Wording, string> sentence, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Invitation is not null)
        {
            ModelState.AddModelError(nameof(Born), sentence(Words));
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
