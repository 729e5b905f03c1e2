using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>Log it: one screen, six lines, thirty seconds (rule 12).</summary>
[Authorize(Policies.Log)]
public sealed class AddModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private readonly LogDrafts drafts = new(record, day);

    [BindProperty]
    public LogForm Form { get; set; } = new();

    public LogPage Entry { get; private set; } = null!;

    /// <summary>Those who fit, when the name that was typed fits several, or fits one and is not their whole name.</summary>
    public IReadOnlyList<LogPupil> Matches { get; private set; } = [];

    /// <summary>When what is shown was typed earlier and not yet kept.</summary>
    public string? DraftFrom { get; private set; }

    /// <summary>What else the viewer typed and has not kept: where it is, and about whom.</summary>
    public IReadOnlyList<(Guid Key, string About, string Since)> Unkept { get; private set; } = [];

    /// <summary>The line to type in next, when one was just added.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Line { get; set; }

    /// <param name="pupil">Whom it is about, where that is known.</param>
    /// <param name="draft">The draft to go on with; else the latest, or the latest about the pupil.</param>
    /// <param name="afresh">An empty form, whatever else is not kept yet.</param>
    /// <param name="message">The message of a family that the entry is to be made of.</param>
    public async Task OnGetAsync(Id<Pupil>? pupil, Guid? draft, bool afresh, Id<Message>? message, CancellationToken cancel)
    {
        var unkept = await drafts.AllAsync(cancel);
        var shown = afresh ? null : unkept.FirstOrDefault(d => message is not null ? d.Form.Message == message.ToString()
            : draft is null ? pupil is null || d.Form.PupilId == pupil.ToString() : d.Form.Key == draft);
        Form = shown?.Form
            ?? (message is { } id ? await FromMessage.FormAsync(record, id, day.Today, cancel) : null)
            ?? new LogForm { Key = Guid.CreateVersion7(), PupilId = pupil?.ToString() };
        DraftFrom = shown is null || Line is not null ? null : Since(shown.SavedAt);
        Entry = await PageAsync(cancel);
        Form.Pupil ??= Entry.Pupil?.Name;
        var names = await LogPage.NamesAsync(record, unkept.Select(d => d.Form.PupilId), cancel);
        Unkept = [.. unkept.Where(d => d != shown).Select(d => (d.Form.Key, names.GetValueOrDefault(d.Form.PupilId ?? "", d.Form.Pupil ?? "no pupil yet"), Since(d.SavedAt)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Entry = await PageAsync(cancel);
        if (Entry.Pupil is null || !Entry.Pupil.IsNamed(Form.Pupil))
        {
            await FindPupilAsync(cancel);
        }

        if (Entry.Pupil is null || !ModelState.IsValid || !await new KeepEntry(record, Entry, ModelState, day.Now).RunAsync(cancel))
        {
            return this.PageWithErrors();
        }

        await drafts.ForgetAsync(Form.Key, cancel);
        return Kept();
    }

    /// <summary>One more line for another action, without script.</summary>
    public async Task<IActionResult> OnPostLineAsync(CancellationToken cancel)
    {
        Entry = await PageAsync(cancel);
        if (Form.Lines.Count < LogForm.MostLines)
        {
            Form.Lines.Add(new QuickLine());
        }

        return await GoOnAsync(Form.Lines.Count - 1, cancel);
    }

    /// <summary>A line that names two people becomes a line for each (rule 1).</summary>
    public async Task<IActionResult> OnPostSplitAsync(int line, CancellationToken cancel)
    {
        Entry = await PageAsync(cancel);
        if (line >= 0 && line < Entry.Lines.Count && Entry.Lines[line] is { CanSplit: true } both)
        {
            var splits = both.Reading.Splits.Select(split => new QuickLine { Text = split.Line, Due = both.Line.Due }).ToList();
            if (Form.Lines.Count - 1 + splits.Count > LogForm.MostLines)
            {
                ModelState.AddModelError($"Form.Lines[{line}].Text", $"There is room for {LogForm.MostLines} actions here. Keep this, then log the rest in another");
                return this.PageWithErrors();
            }

            Form.Lines.RemoveAt(line);
            Form.Lines.InsertRange(line, splits);
        }

        return await GoOnAsync(line, cancel);
    }

    /// <summary>Another pupil, with all else that was typed.</summary>
    public async Task<IActionResult> OnPostPupilAsync(CancellationToken cancel)
    {
        (Form.PupilId, Form.Pupil) = (null, null);
        Entry = await PageAsync(cancel);
        return await GoOnAsync(line: null, cancel);
    }

    /// <summary>What makes the issue too long goes to the note, where there is room: nothing pasted is lost.</summary>
    public async Task<IActionResult> OnPostRestAsync(CancellationToken cancel)
    {
        Entry = await PageAsync(cancel);
        (Form.Issue, Form.Note) = LongIssue.MoveTheRest(Form.Issue, Form.Note);
        return await GoOnAsync(line: null, cancel);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await drafts.ForgetAsync(Form.Key, cancel);
        return Redirect("/log?afresh=true");
    }

    /// <summary>What is typed so far becomes the draft, and the draft is shown: reloading the page does nothing twice.</summary>
    private async Task<IActionResult> GoOnAsync(int? line, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await drafts.SaveAsync(Form, cancel))
        {
            return Redirect($"/log?draft={Form.Key}{(line is null ? "" : $"&line={line}")}");
        }

        ModelState.AddModelError("Form.Note", "This is too long to hold. Shorten the note");
        return this.PageWithErrors();
    }

    private async Task FindPupilAsync(CancellationToken cancel)
    {
        Matches = Form.Pupil is null ? [] : await LogPage.NamedAsync(record, Form.Pupil, day.Today, cancel);
        // What is kept goes to a family: a name typed in part is asked about, even where only one pupil fits.
        (Form.PupilId, Form.Which) = (Matches is [var one] && one.IsNamedInFull(Form.Pupil!) ? one.Id.ToString() : null, null);
        Entry = await PageAsync(cancel);
        if (Entry.Pupil is null)
        {
            ModelState.AddModelError("Form.Pupil", Matches.Count > 1
                ? "More than one pupil fits. Choose which"
                : Matches is [var meant] ? $"Is this about {meant.Name}, {meant.Detail}?"
                : string.IsNullOrWhiteSpace(Form.Pupil) ? "Enter the pupil’s name" : "Nobody of that name is among the pupils you work with");
        }
    }

    private Task<LogPage> PageAsync(CancellationToken cancel)
    {
        Form.Key = Form.Key == Guid.Empty ? Guid.CreateVersion7() : Form.Key;
        Form.PupilId ??= Form.Which;
        Form.Lines = Form.Lines.Count == 0 ? [new QuickLine()] : [.. Form.Lines.Take(LogForm.MostLines)];
        return LogPage.OfAsync(record, day, Form, Id<Pupil>.TryParse(Form.PupilId, null, out var id) ? id : null, cancel);
    }

    private RedirectResult Kept()
    {
        var closed = Entry.ClosedDayAdvice(Entry.ReviewOn);
        var seen = viewer.MaySee(Form.Visibility);
        TempData.Say(seen ? $"Kept.{(closed is null ? "" : $" {closed}.")}" : $"Kept. Only {Readers.InWords(Form.Visibility)} can see it.");
        return Redirect(seen ? $"/pupils/{Entry.Pupil!.Id}" : "/today");
    }

    private string Since(Instant saved)
    {
        var local = saved.InZone(School.Zone);
        return local.Date == day.Today ? Days.Time(local.TimeOfDay) : Days.Plain(local.Date, day.Today);
    }
}
