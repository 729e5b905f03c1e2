using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Letters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>One pile of letters: to print, to mark as sent, and to take back what did not go.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class LetterRunModel(LettersToPost letters, StaffViewer viewer, SchoolDay day, ILetterPress press) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<LetterRun> RunId { get; set; }

    /// <summary>Those that stood on the page: of no other is anything said.</summary>
    [BindProperty]
    public List<Id<Dispatch>> Shown { get; set; } = [];

    [BindProperty]
    public List<Id<Dispatch>> Ticked { get; set; } = [];

    public LetterRunLine Run { get; private set; } = null!;

    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    public IEnumerable<LetterLine> Printed => Lines.Where(l => l.Told.Dispatch.State is DispatchState.ByHand);

    public IEnumerable<LetterLine> Posted => Lines.Where(l => l.Told.Dispatch.State is DispatchState.Told);

    /// <summary>How many wait that are in no pile yet.</summary>
    public int Left { get; private set; }

    public bool CanMakePdf => press.CanMakePdf;

    public bool MayAct => viewer.Sight.MayLog || viewer.Sight.MayKeepWishes;

    public LocalDate Today => day.Today;

    /// <summary>"5E · Zainab · about a meeting · Urdu · large print".</summary>
    public static string About(LetterLine line) => string.Join(" · ", new[]
    {
        line.ClassName,
        line.Told.Children.Count == 0 ? null : string.Join(", ", line.Told.Children.Select(c => c.Name)),
        $"about {string.Join(", ", line.Told.Of.Select(of => of.InWords()))}",
        Languages.Of(line.Told.Dispatch.Language).EnglishName,
        line.Told.Format
    }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await letters.RunAsync(RunId, cancel) is not { } found)
        {
            return NotFound();
        }

        (Run, Lines) = found;
        Left = await letters.WaitingAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => PostedAsync(Ticked, cancel);

    public Task<IActionResult> OnPostBackAsync(CancellationToken cancel) => PostedAsync(Shown, cancel);

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (!await letters.SeesAsync(RunId, cancel))
        {
            return NotFound();
        }

        var back = await letters.TakeBackAsync(RunId, Ticked, cancel);
        TempData.Say(Ticked.Count == 0 ? "Tick the letters that did not go." : back == 0 ? "Nothing to take back: they wait already, or were read meanwhile." : $"{LettersModel.Count(back)} did not go after all, and {(back == 1 ? "waits" : "wait")} again.");
        return await OnwardsAsync(cancel);
    }

    private async Task<IActionResult> PostedAsync(IReadOnlyCollection<Id<Dispatch>> notPrinted, CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (!await letters.SeesAsync(RunId, cancel))
        {
            return NotFound();
        }

        // Pressed twice, or by two at once: it is done, and the page says so.
        var done = await letters.PostedAsync(RunId, Shown, notPrinted, cancel);
        List<string> said = [];
        if (done.Posted > 0)
        {
            said.Add($"Kept: {LettersModel.Count(done.Posted)} {(done.Posted == 1 ? "is" : "are")} in the post.");
        }

        if (done.Back > 0)
        {
            said.Add($"{LettersModel.Count(done.Back)} {(done.Back == 1 ? "waits" : "wait")} again.");
        }

        if (done.Empty > 0)
        {
            said.Add($"{LettersModel.Count(done.Empty)} came out empty: {(done.Empty == 1 ? "it is" : "they are")} under “Nothing to print” in Letters to print, for you to look at.");
        }

        if (done.NotToBeSent > 0)
        {
            said.Add($"{LettersModel.Count(done.NotToBeSent)} may not go any more, and {(done.NotToBeSent == 1 ? "is" : "are")} not marked: take {(done.NotToBeSent == 1 ? "it" : "them")} out.");
        }

        TempData.Say(said.Count == 0 ? "These were marked already." : string.Join(" ", said));
        return await OnwardsAsync(cancel);
    }

    /// <summary>Back to the pile while there is something in it.</summary>
    private async Task<IActionResult> OnwardsAsync(CancellationToken cancel) =>
        Redirect(await letters.RunAsync(RunId, cancel) is null ? "/telling/letters" : $"/telling/letters/{RunId}");
}
