using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Store.Families;
using Kept.Store.Ledger;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Hosting;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kept.Web.Features.Family.Receipts;

/// <summary>One agreement, to be kept on paper: what it says, and the code by which anybody checks that it was not rewritten.</summary>
public sealed class ShowModel(FamilyVisit visit, FamilyLanguage language, Reads reads, ReceiptChecks checks, Checkpoints checkpoints, KeptAppOptions options)
    : ChildPageModel(visit, language)
{
    public AgreementReceipt Paper { get; private set; } = null!;

    /// <summary>Null where the record does not bear it out: a paper that fails at once is none.</summary>
    public Receipt? Receipt { get; private set; }

    public Checkpoint? Latest { get; private set; }

    public string SchoolName => Visit.Place.School.Name;

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public LocalDate Today => Visit.Day.Today;

    /// <summary>Where the code is typed, as people write an address.</summary>
    public string TypedAddress => $"{Request.Host}{Request.PathBase}{FamilyLinks.CheckReceipt}";

    public string AddressOf(Receipt receipt) => $"{Request.Scheme}://{TypedAddress}/{receipt.Code}";

    public async Task<IActionResult> OnGetAsync(Id<AgreedAction> actionId, CancellationToken cancel)
    {
        if (await Shared.ReceiptAsync(actionId, cancel) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family", Visit.Day.Now);
        using var key = LedgerKey.Open(options.Place.Directory);
        if (paper.Receipt is { } made && await checks.CheckAsync(made, key, cancel) is { Stands: not ReceiptStands.DoesNotMatch })
        {
            Receipt = made;
        }

        Latest = await checkpoints.LastAsync(cancel);
        return Page();
    }
}
