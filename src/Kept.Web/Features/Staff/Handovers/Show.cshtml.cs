using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Handovers;
using Kept.Domain.Ledger;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Handovers;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>A handover on one page: read, and acknowledged line by line by the adult who receives it. Reading alone clears nothing (rule 13).</summary>
[Authorize(Policies.HandOver)]
public sealed class ShowModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(HandoverLine.Asked), nameof(LineForm.Words)), (nameof(HandoverLine.Answer), nameof(LineForm.Words)), (nameof(Handover.WithdrawnBecause), nameof(LineForm.Words))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<Handover> HandoverId { get; set; }

    [BindProperty]
    public LineForm Form { get; set; } = new();

    public HandoverRow Shown { get; private set; } = null!;

    public IReadOnlyList<HandoverLineRow> Lines { get; private set; } = [];

    public LocalDate Today => day.Today;

    public LocalDate GivenOn => HandoverWords.On(Shown.GivenAt);

    public LocalDate ClosedOn => HandoverWords.On(Shown.ClosedAt ?? Shown.GivenAt);

    public bool IsOpen => Shown.ClosedAt is null;

    /// <summary>The viewer receives it and has something left to do.</summary>
    public bool MayAcknowledge => IsOpen && Shown.ToId == viewer.PersonId;

    public bool MayAnswer => IsOpen && Shown.ToId != viewer.PersonId;

    public bool MayWithdraw { get; private set; }

    /// <summary>The line whose form is shown with what is wrong with it; the handover's own id for taking it back.</summary>
    public Guid? Failed { get; private set; }

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        reads.Opened(viewer, Shown.PupilId, "handover", day.Now);
        return Page();
    }

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken cancel) =>
        ActAsync(AcknowledgeAsync, "Acknowledged.", line => line.AcknowledgedAt is not null, cancel);

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => ActAsync(
        (handover, line, _) => Task.FromResult(One(handover.Ask(line, Form.Words, viewer.PersonId, day.Now))),
        "Asked. The line waits until you acknowledge it.", line => line.WaitsForAnAnswer && line.Asked == Text.Tidy(Form.Words), cancel);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel) => ActAsync(
        (handover, line, _) => Task.FromResult(One(handover.Answer(line, Form.Words, viewer.PersonId, day.Now))),
        "Answered.", line => line.AnsweredAt is not null && line.Answer == Text.Tidy(Form.Words), cancel);

    /// <summary>For when the last line left is one that the receiving adult may see no more.</summary>
    public async Task<IActionResult> OnPostFinishAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } handover)
        {
            return NotFound();
        }

        if (handover.ToId == viewer.PersonId && await CloseAsync(handover, cancel) is { } closed && await record.SaveAsync(closed, cancel) is { } refused)
        {
            return await AgainAsync(refused, HandoverId.Value, cancel);
        }

        return Back("Every line is acknowledged.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } handover)
        {
            return NotFound();
        }

        if (handover.Withdraw(Form.Words, viewer, day.Now).Allowed(out var happened, out var refused))
        {
            refused = await record.SaveAsync(happened, cancel);
        }

        return refused is null ? Back("The handover is taken back.") : await AgainAsync(refused, HandoverId.Value, cancel);
    }

    private async Task<IActionResult> ActAsync(
        Func<Handover, HandoverLine, CancellationToken, Task<Result<IReadOnlyList<IRecordEvent>>>> act, string notice, Func<HandoverLine, bool> isDone, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } handover || await LineAsync(cancel) is not { } line)
        {
            return NotFound();
        }

        // A button pressed twice does it once.
        if (isDone(line))
        {
            return Back(notice);
        }

        if ((await act(handover, line, cancel)).Allowed(out var happened, out var refused))
        {
            var closed = await CloseAsync(handover, cancel);
            refused = await record.SaveAsync(closed is null ? happened : [.. happened, closed], cancel);
            notice = closed is null ? notice : "Every line is acknowledged. The handover is complete.";
        }

        return refused is null || (await record.HandoverLines.AsNoTracking().FirstOrDefaultAsync(l => l.Id == line.Id, cancel) is { } now && isDone(now))
            ? Back(notice)
            : await AgainAsync(refused, line.Id.Value, cancel);
    }

    private async Task<Result<IReadOnlyList<IRecordEvent>>> AcknowledgeAsync(Handover handover, HandoverLine line, CancellationToken cancel)
    {
        var action = line.ActionId is { } id ? await record.Actions.FirstOrDefaultAsync(a => a.Id == id, cancel) : null;
        var next = action is null || action.OwnerId == line.ProposedOwnerId
            ? null
            : (await record.OwnersAsync(handover.PupilId, cancel)).FirstOrDefault(o => o.Owner.PersonId == line.ProposedOwnerId)?.Owner;
        return handover.Acknowledge(line, action, next, viewer.PersonId, day.Today, day.Now);
    }

    /// <summary>Tracked, so that a line acknowledged in this request counts.</summary>
    private async Task<HandoverAcknowledged?> CloseAsync(Handover handover, CancellationToken cancel) =>
        handover.ToId != viewer.PersonId
            ? null
            : handover.CloseIfDone(await record.HandoverLines.Where(l => l.HandoverId == HandoverId).OrderBy(l => l.Number).Take(HandoverPage.MostLines).ToListAsync(cancel), day.Now);

    private Task<Handover?> FindAsync(CancellationToken cancel) => record.Handovers.FirstOrDefaultAsync(h => h.Id == HandoverId, cancel);

    private Task<HandoverLine?> LineAsync(CancellationToken cancel) =>
        record.HandoverLines.FirstOrDefaultAsync(l => l.Id == Form.LineId && l.HandoverId == HandoverId, cancel);

    private RedirectResult Back(string notice)
    {
        TempData.Say(notice);
        return Redirect($"/handovers/{HandoverId}");
    }

    private async Task<IActionResult> AgainAsync(Refusal refused, Guid failed, CancellationToken cancel)
    {
        Failed = failed;
        Wrong = refused.Field is null ? refused.Sentence : null;
        ModelState.Refuse(refused, Fields);
        return await LoadAsync(cancel) ? this.PageWithErrors() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await record.Rows(record.Handovers.Where(h => h.Id == HandoverId)).FirstOrDefaultAsync(cancel) is not { } shown)
        {
            return false;
        }

        Shown = shown;
        Lines = await record.LinesOfAsync(HandoverId, cancel);
        MayWithdraw = IsOpen && Handover.MayWithdraw(shown.FromId, viewer);
        return true;
    }

    private static Result<IReadOnlyList<IRecordEvent>> One<T>(Result<T> result)
        where T : class, IRecordEvent =>
        result.Allowed(out var happened, out var refused) ? Result<IReadOnlyList<IRecordEvent>>.Of([happened]) : refused;
}

public sealed class LineForm
{
    public Id<HandoverLine> LineId { get; set; }

    [Display(Name = "Your question")]
    public string? Words { get; set; }
}
