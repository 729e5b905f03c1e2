using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>Puts a new version in the place of the current one, which is kept and marked.</summary>
[Authorize(Policies.Log)]
[FileLimit]
public sealed class ReplaceModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Receiving receiving, Waking waking) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        ("File", nameof(ReplaceForm.File)), (nameof(DocumentVersion.Note), nameof(ReplaceForm.Note)), (nameof(DocumentDetails.DatedOn), nameof(ReplaceForm.DatedOn))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    [BindProperty]
    public ReplaceForm Form { get; set; } = new();

    public string Title { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public int Number { get; private set; }

    public string MostInWords => receiving.Settings.MostInWords;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not var (document, current))
        {
            return NotFound();
        }

        if (await ReplaceAsync(document, current, cancel) is { } refused)
        {
            ModelState.Refuse(refused, Fields);
            return this.PageWithErrors();
        }

        waking.Say();
        TempData.Say("Replaced. The version before is kept and marked as superseded.");
        return Redirect($"/documents/{DocumentId}");
    }

    private async Task<Refusal?> ReplaceAsync(Document document, DocumentVersion current, CancellationToken cancel)
    {
        if (Form.Number != document.CurrentNumber)
        {
            return new Refusal("Somebody else replaced this file while you had the page open. Look at their version first");
        }

        if (Form.File is not { } sent)
        {
            return new Refusal("Choose the new file", "File");
        }

        if (!TypedDay.Gone(Form.DatedOn, day.Today, day.Calendar).Allowed(out var dated, out var refused))
        {
            return refused.About(nameof(DocumentDetails.DatedOn));
        }

        await using var content = sent.OpenReadStream();
        if (!(await receiving.ReceiveAsync(content, sent.FileName, cancel)).Allowed(out var file, out refused))
        {
            return new Refusal($"Not stored: {refused.Sentence}", "File");
        }

        if (!document.Replace(current, file, Form.Note, dated, viewer.PersonId, day.Now).Allowed(out var version, out refused))
        {
            return refused;
        }

        record.Add(version);
        record.Add(DocumentText.For(version));
        return await record.SaveAsync(new DocumentReplaced(document.PupilId, document.Id), cancel);
    }

    private async Task<(Document Document, DocumentVersion Current)?> FindAsync(CancellationToken cancel)
    {
        if (await record.Documents.FirstOrDefaultAsync(d => d.Id == DocumentId && d.WithdrawnAt == null, cancel) is not { } document)
        {
            return null;
        }

        var current = await record.DocumentVersions.FirstAsync(v => v.DocumentId == DocumentId && v.Number == document.CurrentNumber, cancel);
        (Title, FileName, Number) = (document.Title, current.FileName, current.Number);
        return (document, current);
    }
}

public sealed class ReplaceForm
{
    /// <summary>The current version as the page was shown it.</summary>
    public int Number { get; set; }

    [Display(Name = "The new file")]
    public IFormFile? File { get; set; }

    [Display(Name = "What is different", Description = "For example, with the therapist’s corrections")]
    public string? Note { get; set; }

    [Display(Name = "Date on the new document", Description = "Leave it empty if it has the same date")]
    public string? DatedOn { get; set; }
}
