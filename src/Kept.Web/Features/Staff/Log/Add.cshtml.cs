using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Log;

/// <summary>Log it: one screen, six lines, thirty seconds (rule 12).</summary>
[Authorize(Policies.Log)]
public sealed class AddModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    [BindProperty]
    public LogForm Form { get; set; } = new();

    public LogPage Entry { get; private set; } = null!;

    /// <summary>Those who fit, when the name that was typed fits several.</summary>
    public IReadOnlyList<LogPupil> Matches { get; private set; } = [];

    /// <summary>When what is shown was typed earlier and not yet kept.</summary>
    public string? DraftFrom { get; private set; }

    public async Task OnGetAsync(Id<Pupil>? pupil, CancellationToken cancel)
    {
        var draft = await record.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Form == DraftModel.FormName, cancel);
        Form = draft is not null && DraftModel.Read(draft.Content) is { } typed && (pupil is null || typed.PupilId == pupil.ToString())
            ? typed
            : new LogForm { Key = Guid.CreateVersion7(), PupilId = pupil?.ToString() };
        DraftFrom = draft is not null && Form.HasWords ? DraftModel.Since(draft.SavedAt, day) : null;
        Entry = await PageAsync(cancel);
        Form.Pupil ??= Entry.Pupil?.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Entry = await PageAsync(cancel);
        if (Entry.Pupil is null)
        {
            await FindPupilAsync(cancel);
        }

        if (Entry.Pupil is null || !ModelState.IsValid)
        {
            return Again();
        }

        if (!await new KeepEntry(record, Entry, ModelState, day.Now).RunAsync(cancel))
        {
            return Again();
        }

        return Kept();
    }

    /// <summary>One more line for another action, without script.</summary>
    public async Task<IActionResult> OnPostLineAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (Form.Lines.Count < LogForm.MostLines)
        {
            Form.Lines.Add(new LogLine());
        }

        Entry = await PageAsync(cancel);
        return Page();
    }

    /// <summary>A line that names two people becomes a line for each (rule 1).</summary>
    public async Task<IActionResult> OnPostSplitAsync(int line, CancellationToken cancel)
    {
        ModelState.Clear();
        Entry = await PageAsync(cancel);
        if (line >= 0 && line < Entry.Lines.Count && Entry.Lines[line] is { CanSplit: true } both)
        {
            Form.Lines.RemoveAt(line);
            Form.Lines.InsertRange(line, both.Reading.Splits.Select(split => new LogLine { Text = split.Line, Due = both.Line.Due }));
            Form.Lines = [.. Form.Lines.Take(LogForm.MostLines)];
            Entry = await PageAsync(cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await foreach (var draft in record.Drafts.Where(d => d.Form == DraftModel.FormName).AsAsyncEnumerable().WithCancellation(cancel))
        {
            record.Forget(draft);
        }

        await record.SaveOwnThingsAsync(cancel);
        return Redirect("/log");
    }

    private async Task FindPupilAsync(CancellationToken cancel)
    {
        Matches = Form.Pupil is null ? [] : await LogPage.NamedAsync(record, Form.Pupil, cancel);
        if (Matches.Count == 1)
        {
            Form.PupilId = Matches[0].Id.ToString();
            Entry = await PageAsync(cancel);
            return;
        }

        ModelState.AddModelError("Form.Pupil", Matches.Count > 1
            ? "More than one pupil fits. Choose which"
            : string.IsNullOrWhiteSpace(Form.Pupil) ? "Enter the pupil’s name" : "Nobody of that name is among the pupils you work with");
    }

    private Task<LogPage> PageAsync(CancellationToken cancel)
    {
        Form.Lines = Form.Lines.Count == 0 ? [new LogLine()] : [.. Form.Lines.Take(LogForm.MostLines)];
        return LogPage.OfAsync(record, day, Form, Id<Pupil>.TryParse(Form.PupilId, null, out var id) ? id : null, cancel);
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private RedirectResult Kept()
    {
        var closed = Entry.ClosedDayAdvice(Entry.ReviewOn);
        var seen = viewer.MaySee(Form.Visibility);
        TempData.Say(seen
            ? $"Kept.{(closed is null ? "" : $" {closed}.")}"
            : Form.Visibility is Visibility.Safeguarding ? "Kept. Only the safeguarding leads can see it." : "Kept. Only the SEND team can see it.");
        return Redirect(seen ? $"/pupils/{Entry.Pupil!.Id}" : "/today");
    }
}
