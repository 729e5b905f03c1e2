using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>Many periods at once: pasted, from a file, or carried over from the year before. All of them or none.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class ImportModel(SchoolRegister register, SchoolDay day) : PageModel
{
    private const int MostErrorsShown = 20;

    [BindProperty]
    public ImportForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Starts { get; set; }

    /// <summary>Whether the lines are those of the year before, carried forward.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Copy { get; set; }

    public AcademicYear Year => Starts is >= 2000 and <= 2100 and var starts ? new AcademicYear(starts) : AcademicYear.Of(day.Today);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Copy)
        {
            var calendar = await CalendarBook.OpenAsync(register, cancel);
            var known = calendar.Periods.ToList();
            var forward = CalendarShape.Forward(known, Year.Before, calendar.Nation)
                .Where(p => !known.Exists(k => k.Kind == p.Kind && k.From <= p.To && p.From <= k.To));
            Form.Lines = CalendarLines.Write(forward);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.IsTooLarge)
        {
            return this.PageWith(new Refusal("That file is too large to be a calendar. Choose another", nameof(ImportForm.File)));
        }

        Form.Lines = await Form.TextAsync(cancel);
        var lines = CalendarLines.Read(Form.Lines);
        if (lines.Count == 0)
        {
            return this.PageWith(new Refusal("Paste at least one line, or choose a file", nameof(ImportForm.Lines)));
        }

        var calendar = await CalendarBook.OpenAsync(register, cancel);
        var known = calendar.Periods.ToList();
        var (added, refusals) = CalendarLines.Fit(lines, known, register.SchoolId);
        if (refusals.Count > 0)
        {
            return PageWith(refusals);
        }

        if (calendar.AddAll(added) is { } happened && await register.TrySaveAsync([happened], cancel) is { } refused)
        {
            return this.PageWith(refused);
        }

        TempData.Say(Said(added.Count, lines.Count - added.Count));
        return Redirect(CalendarLinks.Year(added.Count > 0 ? AcademicYear.Of(added[0].From) : Year));
    }

    private PageResult PageWith(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals.Take(MostErrorsShown))
        {
            ModelState.AddModelError("Form.Lines", refusal.Sentence);
        }

        if (refusals.Count > MostErrorsShown)
        {
            ModelState.AddModelError("Form.Lines", $"And {refusals.Count - MostErrorsShown} more lines");
        }

        // What was read from a file is shown, so that it can be mended here.
        ModelState.SetModelValue("Form.Lines", Form.Lines, Form.Lines);
        return this.PageWithErrors();
    }

    private static string Said(int added, int already) => (added, already) switch
    {
        (0, _) => "All of this was in the calendar already.",
        (_, 0) => $"{added} added to the calendar.",
        _ => $"{added} added to the calendar; {already} were there already."
    };
}

public sealed class ImportForm
{
    /// <summary>Some thousands of lines: more than any school has.</summary>
    private const int MostBytes = 256 * 1024;

    [Display(Name = "Lines")]
    public string? Lines { get; set; }

    [Display(Name = "Or a file", Description = "CSV, as a spreadsheet saves it")]
    public IFormFile? File { get; set; }

    public bool IsTooLarge => File?.Length > MostBytes || Lines?.Length > MostBytes;

    public async Task<string?> TextAsync(CancellationToken cancel)
    {
        if (File is null or { Length: 0 })
        {
            return Lines;
        }

        using var reader = new StreamReader(File.OpenReadStream());
        return await reader.ReadToEndAsync(cancel);
    }
}
