using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>Takes a document out of use with a reason, or brings it back. Nothing is deleted (rule 4).</summary>
[Authorize(Policies.Log)]
public sealed class WithdrawModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    [BindProperty]
    public WithdrawForm Form { get; set; } = new();

    public string Title { get; private set; } = "";

    public bool IsWithdrawn { get; private set; }

    public string? Because { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? NotFound() : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ChangeAsync(d => d.Withdraw(Form.Reason, viewer.PersonId, day.Now), "Withdrawn. It stays in the record.", cancel);

    public Task<IActionResult> OnPostBringBackAsync(CancellationToken cancel) => ChangeAsync(d => d.BringBack(), "It is current again.", cancel);

    private async Task<IActionResult> ChangeAsync<T>(Func<Document, Result<T>> verb, string said, CancellationToken cancel)
        where T : ILedgerEvent
    {
        if (await FindAsync(cancel) is not { } document)
        {
            return NotFound();
        }

        if (verb(document).Allowed(out var happened, out var refused))
        {
            refused = await record.SaveAsync(happened, cancel);
        }

        if (refused is not null)
        {
            ModelState.Refuse(refused, ("Reason", nameof(WithdrawForm.Reason)));
            return this.PageWithErrors();
        }

        TempData.Say(said);
        return Redirect($"/documents/{DocumentId}");
    }

    private async Task<Document?> FindAsync(CancellationToken cancel)
    {
        var document = await record.Documents.FirstOrDefaultAsync(d => d.Id == DocumentId, cancel);
        (Title, IsWithdrawn, Because) = (document?.Title ?? "", document?.IsWithdrawn ?? false, document?.WithdrawnBecause);
        return document;
    }
}

public sealed class WithdrawForm
{
    [Display(Name = "Why is it withdrawn?", Description = "For example, it was filed under the wrong child")]
    public string? Reason { get; set; }
}
