using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.Families;

/// <summary>For who cannot scan the letter's square: its code, typed.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class CodeModel(ComingIn coming, FamilyLanguage language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public Wording Words => language.Words;

    public string SchoolName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await coming.SchoolNameAsync(School, cancel) is not { } name)
        {
            return NotFound();
        }

        SchoolName = name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await coming.SchoolNameAsync(School, cancel) is not { } name)
        {
            return NotFound();
        }

        SchoolName = name;
        if (!ComingIn.LooksLikeACode(Code))
        {
            ModelState.AddModelError(nameof(Code), Words["join.codeWrong"]);
            return this.PageWithErrors();
        }

        return Redirect($"/family/join/{School}/{Uri.EscapeDataString(Code!.Trim())}");
    }
}
