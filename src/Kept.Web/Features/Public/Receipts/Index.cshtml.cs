using Kept.Domain.Ledger;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.Receipts;

/// <summary>For who cannot scan a receipt's square: its code, typed.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class IndexModel(FamilyLanguage language) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public Wording Words => language.Words;

    public void OnGet()
    {
        // The page says it all.
    }

    public IActionResult OnPost()
    {
        if (Receipt.Read(Code) is { } receipt)
        {
            return Redirect($"{FamilyLinks.CheckReceipt}/{receipt.Code}");
        }

        ModelState.AddModelError(nameof(Code), Words["receipt.codeWrong"]);
        return this.PageWithErrors();
    }
}
