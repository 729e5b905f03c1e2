using Kept.Store.Families;
using Kept.Store.Ledger;
using Kept.Web.Access;
using Kept.Web.Hosting;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.Receipts;

/// <summary>Every day's seal, for whoever wants to keep one: a parent, a governor, a newspaper. They are the same for every school here.</summary>
[EnableRateLimiting(Tries.LooksPerAddress)]
public sealed class CheckpointsModel(ComingIn coming, Checkpoints checkpoints, FamilyLanguage language, KeptAppOptions options) : PageModel
{
    private const int MostOnAPage = 30;

    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }

    /// <summary>Only those before this number.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public Wording Words => language.Words;

    public string SchoolName { get; private set; } = "";

    public IReadOnlyList<Checkpoint> Shown { get; private set; } = [];

    /// <summary>Null when there are none before these.</summary>
    public long? Older => Shown is [.., { Number: > 1 } oldest] ? oldest.Number : null;

    /// <summary>Null where this machine has no key.</summary>
    public string? PublicKey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await coming.SchoolNameAsync(School, cancel) is not { } name)
        {
            return NotFound();
        }

        SchoolName = name;
        Shown = await checkpoints.LatestAsync(Before, MostOnAPage, cancel);
        using var key = LedgerKey.Open(options.Place.Directory);
        PublicKey = key?.PublicPem;
        return Page();
    }
}
