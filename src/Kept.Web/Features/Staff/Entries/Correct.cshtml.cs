using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Entries;

/// <summary>Corrects an entry by a new version; the old words stay, struck through, with who, when and why (rule 4).</summary>
[Authorize(Policies.Log)]
public sealed class CorrectModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(EntryContent.Issue), nameof(CorrectionForm.Issue)), (nameof(EntryContent.Said), nameof(CorrectionForm.Said)),
        (nameof(EntryContent.Note), nameof(CorrectionForm.Note)), (nameof(EntryContent.HappenedOn), nameof(CorrectionForm.HappenedOn)),
        (nameof(EntryContent.SpokeWith), nameof(CorrectionForm.WithWords)), ("Visibility", nameof(CorrectionForm.Visibility)), ("Reason", nameof(CorrectionForm.Reason))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<LogEntry> EntryId { get; set; }

    [BindProperty]
    public CorrectionForm Form { get; set; } = new();

    public Id<Pupil> PupilId { get; private set; }

    /// <summary>This pupil's carers, and whoever it was said to be with.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } entry)
        {
            return NotFound();
        }

        People = await PeopleAsync(entry, cancel);
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
            return Corrected(entry.PupilId);
        }

        ModelState.Refuse(refused, Fields);
        People = await PeopleAsync(entry, cancel);
        return this.PageWithErrors();
    }

    private RedirectResult Corrected(Id<Pupil> pupil)
    {
        var seen = viewer.MaySee(Form.Visibility);
        TempData.Say(seen
            ? "Corrected. The old words stay beside the new."
            : $"Corrected. Only {Readers.InWords(Form.Visibility)} can see it now.");
        return Redirect(seen ? $"/entries/{EntryId}" : $"/pupils/{pupil}");
    }

    private async Task<Refusal?> CorrectAsync(LogEntry entry, CancellationToken cancel)
    {
        if (!TypedDay.Gone(Form.HappenedOn, day.Today, day.Calendar).Allowed(out var on, out var unread))
        {
            return unread.About(nameof(EntryContent.HappenedOn));
        }

        if (!ModelState.IsValid)
        {
            return new Refusal("Choose from what is offered");
        }

        if (on is null)
        {
            return new Refusal("Enter the day it happened", nameof(EntryContent.HappenedOn));
        }

        People = await PeopleAsync(entry, cancel);
        var lines = entry.Content with
        {
            HappenedOn = on.Value,
            HappenedAt = on == entry.HappenedOn ? entry.HappenedAt : null,
            Channel = Form.Channel,
            SpokeWithId = Form.With is null ? entry.SpokeWithId : People.Any(p => p.Value == Form.With) ? Id<Person>.Parse(Form.With!) : null,
            SpokeWith = Form.With is null ? entry.SpokeWith : Form.WithWords,
            Issue = Form.Issue ?? "",
            Said = Form.Said,
            Note = Form.Note,
            Visibility = Form.Visibility
        };
        return await new Correction(record).SaveAsync(entry, lines, Form.Reason, day, cancel);
    }

    private async Task<IReadOnlyList<Choice>> PeopleAsync(LogEntry entry, CancellationToken cancel)
    {
        PupilId = entry.PupilId;
        var owners = await record.OwnersAsync(entry.PupilId, cancel);
        return [.. owners.Where(o => o.Owner.Kind is PersonKind.Carer || o.Owner.PersonId == entry.SpokeWithId)
            .Select(o => new Choice(o.Owner.PersonId.ToString(), string.Join(", ", o.RoleWords.Take(1).Prepend(o.Owner.Name))))];
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

    /// <summary>A person's id, or "other".</summary>
    [Display(Name = "With")]
    public string? With { get; set; }

    [Display(Name = "Who was it?", Description = "For example, grandmother at the gate")]
    public string? WithWords { get; set; }

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
        With = entry.SpokeWithId?.ToString() ?? "other",
        WithWords = entry.SpokeWith,
        Issue = entry.Issue,
        Said = entry.Said,
        Note = entry.Note,
        Visibility = entry.Visibility
    };
}
