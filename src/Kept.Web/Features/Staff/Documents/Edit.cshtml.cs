using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>Changes what is known of a document besides its file, and whom it is about.</summary>
[Authorize(Policies.Log)]
public sealed class EditModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    [BindProperty]
    public DocumentForm Form { get; set; } = new();

    /// <summary>As the page was shown it: a change meanwhile is noticed by it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The pupils whom it stays about, of those whom the viewer may see.</summary>
    [BindProperty]
    [Display(Name = "Pupils", Description = "Untick whoever it is not about")]
    public List<string> Stay { get; set; } = [];

    public string Title { get; private set; } = "";

    public IReadOnlyList<Choice> About { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } document)
        {
            return NotFound();
        }

        Form = DocumentForm.Of(document);
        Version = document.Version;
        Stay = [.. About.Select(a => a.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } document)
        {
            return NotFound();
        }

        var refused = document.Version == Version
            ? await ChangeAsync(document, cancel)
            : new Refusal("Somebody else changed this document while you had it open. Open it again to see what they did");
        if (refused is not null)
        {
            // Where a right pupil would be added.
            ModelState.Refuse(refused.Field is "Pupil" ? refused.About("Others") : refused, DocumentForm.Fields);
            return this.PageWithErrors();
        }

        var seen = viewer.MaySee(Form.Visibility) && await record.Documents.AnyAsync(d => d.Id == DocumentId, cancel);
        TempData.Say(viewer.MaySee(Form.Visibility) ? "The change is kept." : $"The change is kept. Only {Readers.InWords(Form.Visibility)} can see it now.");
        return Redirect(seen ? $"/documents/{DocumentId}" : "/documents");
    }

    private async Task<Refusal?> ChangeAsync(Document document, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return new Refusal("Choose from what is offered");
        }

        if (!Form.Read(day, Form.Title ?? "").Allowed(out var details, out var refused)
            || !document.Change(string.IsNullOrWhiteSpace(Form.DatedOn) ? details with { DatedOn = document.DatedOn } : details, day.Today).Allowed(out var changed, out refused)
            || !(await PupilsAsync(document, cancel)).Allowed(out var others, out refused))
        {
            return refused;
        }

        return await record.SaveAsync([changed, .. others], cancel);
    }

    /// <summary>Ends and begins what it is about. Pupils whom the viewer may not see are left alone, and count for nothing.</summary>
    private async Task<Result<IReadOnlyList<ILedgerEvent>>> PupilsAsync(Document document, CancellationToken cancel)
    {
        if (!(await record.OthersAsync(Form, day.Today, cancel)).Allowed(out var added, out var refused))
        {
            return refused;
        }

        var happened = new List<ILedgerEvent>();
        var now = await record.DocumentPupils.Where(a => a.DocumentId == DocumentId).Take(Document.MostPupils * 2).ToListAsync(cancel);
        var fresh = added.Where(p => now.TrueForAll(a => a.PupilId != p.Id)).ToList();
        var ended = now.Where(a => !Stay.Contains(a.PupilId.ToString()) && added.All(p => p.Id != a.PupilId)).ToList();
        foreach (var about in ended)
        {
            if (!about.End(now.Count - ended.Count + fresh.Count, day.Now).Allowed(out var happening, out refused))
            {
                return refused;
            }

            happened.Add(happening);
        }

        foreach (var pupil in fresh)
        {
            happened.Add(await BeginAsync(document, pupil.Id, cancel));
        }

        return Result<IReadOnlyList<ILedgerEvent>>.Of(happened);
    }

    private async Task<ILedgerEvent> BeginAsync(Document document, Id<Pupil> pupil, CancellationToken cancel)
    {
        if (await record.EndedDocumentPupilAsync(document.Id, pupil, cancel) is { } before)
        {
            return before.Resume();
        }

        record.Add(DocumentPupil.Of(document, pupil, viewer.PersonId, day.Now));
        return new DocumentPupilsChanged(pupil, document.Id);
    }

    private async Task<Document?> FindAsync(CancellationToken cancel)
    {
        var document = await record.Documents.FirstOrDefaultAsync(d => d.Id == DocumentId, cancel);
        if (document is null)
        {
            return null;
        }

        Title = document.Title;
        About = await record.DocumentPupils.Where(a => a.DocumentId == DocumentId)
            .Join(record.Pupils, a => a.PupilId, p => p.Id, (a, p) => p)
            .OrderBy(p => p.NameKey).Take(Document.MostPupils * 2)
            .Select(p => new Choice(p.Id.ToString(), (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, null, null, false))
            .ToListAsync(cancel);
        return document;
    }
}
