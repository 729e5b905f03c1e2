using Kept.Domain.Ledger;
using Kept.Domain.Schools;
using Kept.Store.Ledger;
using Kept.Web.Access;
using Kept.Web.Hosting;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace Kept.Web.Features.Public.Receipts;

/// <summary>What the record says to a receipt, to whoever holds it: yes, not yet or no, and nothing else.</summary>
[EnableRateLimiting(Tries.LooksPerAddress)]
public sealed class ShowModel(ReceiptChecks checks, FamilyLanguage language, KeptAppOptions options) : PageModel
{
    public Wording Words => language.Words;

    /// <summary>Null for what is no code of a receipt.</summary>
    public ReceiptFinding? Found { get; private set; }

    public LocalDate? WrittenOn => Found?.WrittenAt?.InZone(School.Zone).Date;

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        if (Receipt.Read(code) is not { } receipt)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var key = LedgerKey.Open(options.Place.Directory);
        Found = await checks.CheckAsync(receipt, key, cancel);
    }
}
