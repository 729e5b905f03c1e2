using System.ComponentModel.DataAnnotations;
using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Import;

/// <summary>
/// The action log that the school keeps today: paste it or send it, put right what each column is, say yes. It becomes part of
/// pupils' records, so it needs the right to log as well as to run the school.
/// </summary>
[Authorize(Policy = Policies.RunSchool)]
[Authorize(Policy = Policies.Log)]
[UploadLimit(MostBytes)]
public sealed class LogModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Uploads uploads) : PageModel
{
    private const long MostBytes = 5L * 1024 * 1024;

    [BindProperty]
    public LogForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Token { get; set; }

    /// <summary>What each column is, as somebody chose it; empty while it is guessed.</summary>
    [BindProperty(SupportsGet = true, Name = "c")]
    public List<string?> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "see")]
    public Visibility See { get; set; } = Visibility.Staff;

    [BindProperty(SupportsGet = true, Name = "pupil")]
    public string? Pupil { get; set; }

    public Upload? Upload { get; private set; }

    public LogColumns? Columns { get; private set; }

    public LogReport? Report { get; private set; }

    public string? SkippedLink { get; private set; }

    public bool AsksForPupil => Columns is { } columns && !columns.Has(LogPart.Pupil) && !columns.Has(LogPart.Upn);

    /// <summary>Nobody shows what they could not see themselves.</summary>
    public IEnumerable<(Visibility Visibility, string Words)> Audiences => new (Visibility, string)[]
    {
        (Visibility.Family, "The family, and staff who work with the pupil"),
        (Visibility.Staff, "Staff who work with the pupil"),
        (Visibility.SendTeam, "The SEND team")
    }.Where(audience => viewer.MaySee(audience.Item1));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Token is null ? Page() : await OnFileAsync(async (sheet, upload) =>
        {
            await CheckAsync(sheet, upload, cancel);
            return ModelState.IsValid ? Page() : this.PageWithErrors();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.Text() is not { } sent)
        {
            return this.PageWith(new Refusal("Paste the rows with their headings, or choose a file", nameof(LogForm.Pasted)));
        }

        await using var content = sent.Content;
        var upload = await uploads.KeepAsync(content, sent.Name, viewer.PersonId.Value, cancel);
        try
        {
            LogSheet.Open(upload.Path);
            return Redirect(ImportLinks.Log(upload));
        }
        catch (UnusableFileException unusable)
        {
            Uploads.Forget(upload);
            return this.PageWith(new Refusal(unusable.Message, sent.Field));
        }
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => OnFileAsync(async (sheet, upload) =>
    {
        var import = await CheckAsync(sheet, upload, cancel);
        if (Report is not { } report || !ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (report.Bad.Any() && !Form.SkipBad)
        {
            ModelState.AddModelError("Form.SkipBad", "Mend the log and send it again, or tick the box to leave these rows out");
            return this.PageWithErrors();
        }

        if (await import.SaveAsync(report, cancel) is { } refused)
        {
            return this.PageWith(refused);
        }

        Uploads.Forget(upload);
        TempData.Say($"{report.ToAdd.Count():N0} actions added to the record; {report.AlreadyThere:N0} were there already.");
        return Redirect(ImportLinks.Done(upload, leftOut: report.Bad.Any()));
    });

    private async Task<LogImport> CheckAsync(LogSheet sheet, Upload upload, CancellationToken cancel)
    {
        Upload = upload;
        Columns = Chosen.Count == 0
            ? LogColumns.Guess(sheet.Headings)
            : LogColumns.Chosen(sheet.Headings, [.. Chosen.Select(part => Enum.TryParse<LogPart>(part, out var known) ? known : (LogPart?)null)]);
        var import = new LogImport(record, day.Calendar, day.Today, day.Now);
        if (!Audiences.Any(audience => audience.Visibility == See))
        {
            See = Visibility.Staff;
        }

        if (Columns.Missing(Text.Tidy(Pupil) is not null) is { } missing)
        {
            ModelState.AddModelError("", $"{missing}. Say below which column it is");
            return import;
        }

        Report = await import.CheckAsync(sheet, Columns, new LogImportOptions(See, Text.Tidy(Pupil)), cancel);
        WriteSkipped(sheet, upload, Report);
        return import;
    }

    private void WriteSkipped(LogSheet sheet, Upload upload, LogReport report)
    {
        if (report.Bad.Any())
        {
            using var skipped = new SkippedRows(upload.SkippedPath, sheet.Headings);
            foreach (var bad in report.Bad)
            {
                skipped.Add([bad.Row.Cells], bad.Problems);
            }

            SkippedLink = ImportLinks.LeftOut(upload);
        }
    }

    private async Task<IActionResult> OnFileAsync(Func<LogSheet, Upload, Task<IActionResult>> act)
    {
        if (uploads.Find(Token, viewer.PersonId.Value) is not { } upload || !System.IO.File.Exists(upload.Path))
        {
            return this.PageWith(new Refusal("That log is no longer kept here. Paste or send it again", nameof(LogForm.Pasted)));
        }

        try
        {
            return await act(LogSheet.Open(upload.Path), upload);
        }
        catch (UnusableFileException unusable)
        {
            return this.PageWith(new Refusal(unusable.Message, nameof(LogForm.Pasted)));
        }
    }
}

public sealed class LogForm
{
    [Display(Name = "Rows with their headings")]
    public string? Pasted { get; set; }

    [Display(Name = "Or a file", Description = "CSV, as a spreadsheet saves it")]
    public IFormFile? File { get; set; }

    [Display(Name = "Leave out the rows that cannot be taken, and import the rest")]
    public bool SkipBad { get; set; }

    /// <summary>What was sent, and the field that an error about it belongs to; null when nothing was.</summary>
    public (Stream Content, string Name, string Field)? Text() =>
        File is { Length: > 0 } file ? (file.OpenReadStream(), Path.GetFileName(file.FileName), nameof(File))
        : string.IsNullOrWhiteSpace(Pasted) ? null
        : (new MemoryStream(Encoding.UTF8.GetBytes(Pasted)), "Pasted rows", nameof(Pasted));
}
