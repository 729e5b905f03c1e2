using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Log;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Entries;

/// <summary>Corrects an entry by a new version; the old words stay, struck through, with who, when and why (rule 4).</summary>
[Authorize(Policies.Log)]
public sealed class CorrectModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(EntryContent.Issue), nameof(CorrectionForm.Issue)), (nameof(EntryContent.Said), nameof(CorrectionForm.Said)),
        (nameof(EntryContent.Note), nameof(CorrectionForm.Note)), (nameof(EntryContent.HappenedOn), nameof(CorrectionForm.HappenedOn)),
        ("Visibility", nameof(CorrectionForm.Visibility)), ("Reason", nameof(CorrectionForm.Reason))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<LogEntry> EntryId { get; set; }

    [BindProperty]
    public CorrectionForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } entry)
        {
            return NotFound();
        }

        Form = CorrectionForm.Of(entry);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } entry)
        {
            return NotFound();
        }

        var refused = entry.Version == Form.Version
            ? await CorrectAsync(entry, cancel)
            : new Refusal("Somebody else changed this entry while you had it open. Open it again to see their words; yours are below to copy");
        if (refused is null)
        {
            TempData.Say("Corrected. The old words stay beside the new.");
            return Redirect($"/entries/{EntryId}");
        }

        ModelState.Refuse(refused, Fields);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<Refusal?> CorrectAsync(LogEntry entry, CancellationToken cancel)
    {
        if (!TypedDay.Gone(Form.HappenedOn, day.Today, day.Calendar).Allowed(out var on, out var unread))
        {
            return unread.About(nameof(EntryContent.HappenedOn));
        }

        if (on is null)
        {
            return new Refusal("Enter the day it happened", nameof(EntryContent.HappenedOn));
        }

        var lines = entry.Content with
        {
            HappenedOn = on.Value,
            HappenedAt = on == entry.HappenedOn ? entry.HappenedAt : null,
            Channel = Form.Channel,
            Issue = Form.Issue ?? "",
            Said = Form.Said,
            Note = Form.Note,
            Visibility = Form.Visibility
        };
        return await new Correction(record).SaveAsync(entry, lines, Form.Reason, day, cancel);
    }

    private Task<LogEntry?> FindAsync(CancellationToken cancel) => record.Entries.FirstOrDefaultAsync(e => e.Id == EntryId, cancel);
}

public sealed class CorrectionForm
{
    public int Version { get; set; }

    [Display(Name = "When it happened", Description = "For example, 25 April or last Friday")]
    public string? HappenedOn { get; set; }

    [Display(Name = "Contact")]
    public Channel Channel { get; set; }

    [Display(Name = "Issue")]
    public string? Issue { get; set; }

    [Display(Name = "What we said")]
    public string? Said { get; set; }

    [Display(Name = "Note")]
    public string? Note { get; set; }

    [Display(Name = "Seen by", Description = "The actions agreed in it follow")]
    public Visibility Visibility { get; set; }

    [Display(Name = "Why it is corrected", Description = "Kept beside the old words")]
    public string? Reason { get; set; }

    public static CorrectionForm Of(LogEntry entry) => new()
    {
        Version = entry.Version,
        HappenedOn = Days.Full(entry.HappenedOn),
        Channel = entry.Channel,
        Issue = entry.Issue,
        Said = entry.Said,
        Note = entry.Note,
        Visibility = entry.Visibility
    };
}
