using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Letters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>The letters of a pile as one file: as they are to be said at this moment, each through its carer’s own door.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class LetterFileModel(LettersToPost letters, IReadsLetters reading, ILetterPress press, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<LetterRun> RunId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var written = await letters.ToWriteAsync(RunId, cancel);
        var pages = await reading.ReadAsync(written, cancel);
        if (written.Count == 0)
        {
            return NotFound();
        }

        var printed = pages.Select(p => p.Number).ToHashSet();
        await letters.CameOutAsync(RunId, written, printed, cancel);
        if (pages.Count == 0)
        {
            TempData.Say("There is nothing to print: what these letters are about can’t be read from the families’ side any more. Put them back, and look at them in Letters to print.");
            return Redirect($"/telling/letters/{RunId}");
        }

        foreach (var child in written.Where(l => printed.Contains(l.Number)).Select(l => l.Notices[0].PupilId).OfType<Id<Pupil>>())
        {
            reads.Opened(viewer, child, "letter", day.Now);
        }

        if (await press.PrintAsync(new LettersOnPaper($"Letters, {day.School.Name}", pages), cancel) is not { } file)
        {
            TempData.Say("The file could not be made. Try again; if it fails again, tell whoever runs Kept.");
            return Redirect($"/telling/letters/{RunId}");
        }

        var name = $"letters-{LocalDatePattern.Iso.Format(day.Today)}";
        return press.CanMakePdf ? File(file, "application/pdf", $"{name}.pdf") : File(file, "text/html; charset=utf-8", $"{name}.html");
    }
}
