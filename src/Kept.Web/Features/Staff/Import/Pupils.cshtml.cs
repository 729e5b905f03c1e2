using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Import;

/// <summary>Pupils and carers: send a file, see what it would do, say yes.</summary>
[Authorize(Policy = Policies.RunSchool)]
[UploadLimit(MostBytes)]
public sealed class PupilsModel(SchoolRegister register, StaffViewer viewer, SchoolDay day, Uploads uploads) : PageModel
{
    private const long MostBytes = 40L * 1024 * 1024;

    [BindProperty]
    public PupilsForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Token { get; set; }

    public Upload? Upload { get; private set; }

    /// <summary>What the file would do; null until there is one.</summary>
    public PupilReport? Report { get; private set; }

    public IReadOnlyList<(string Heading, string? Meaning)> Understood { get; private set; } = [];

    public string? SkippedLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Token is null ? Page() : await OnFileAsync(async (file, upload) => await CheckAsync(file, upload, cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.File is not { Length: > 0 } sent)
        {
            return this.PageWith(new Refusal("Choose a file that is not empty", nameof(PupilsForm.File)));
        }

        await using var content = sent.OpenReadStream();
        var upload = await uploads.KeepAsync(content, Path.GetFileName(sent.FileName), viewer.PersonId.Value, cancel);
        try
        {
            RollFile.Open(upload.Path);
            return Redirect(ImportLinks.Pupils(upload));
        }
        catch (UnusableFileException unusable)
        {
            Uploads.Forget(upload);
            return this.PageWith(new Refusal(unusable.Message, nameof(PupilsForm.File)));
        }
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => OnFileAsync(async (file, upload) =>
    {
        PupilReport saved;
        using (var skipped = new SkippedRows(upload.SkippedPath, file.Headings))
        {
            var options = new PupilImportOptions(Form.SkipBad, Form.WholeRoll, (reading, problems) => skipped.Add(reading.Rows(), problems));
            saved = await new PupilImport(register, day.Today).SaveAsync(file, options, cancel);
        }

        if (!saved.IsSaved)
        {
            ModelState.AddModelError("Form.SkipBad", "Mend the file and send it again, or tick the box to leave these rows out");
            await CheckAsync(file, upload, cancel);
            return this.PageWithErrors();
        }

        Uploads.Forget(upload);
        TempData.Say($"{saved.AddedCount:N0} pupils added, {saved.ChangedCount:N0} changed, {saved.MarkedAsLeft:N0} marked as left"
            + (saved.BadPupils > 0 ? $"; {saved.BadPupils:N0} left out." : "."));
        return Redirect(ImportLinks.Done(upload, leftOut: saved.BadPupils > 0));
    });

    private async Task<IActionResult> CheckAsync(RollFile file, Upload upload, CancellationToken cancel)
    {
        using (var skipped = new SkippedRows(upload.SkippedPath, file.Headings))
        {
            var options = new PupilImportOptions(OnBad: (reading, problems) => skipped.Add(reading.Rows(), problems));
            Report = await new PupilImport(register, day.Today).CheckAsync(file, options, cancel);
        }

        (Upload, Understood) = (upload, file.Understood);
        SkippedLink = Report.BadPupils > 0 ? ImportLinks.LeftOut(upload) : null;
        return Page();
    }

    private async Task<IActionResult> OnFileAsync(Func<RollFile, Upload, Task<IActionResult>> act)
    {
        if (uploads.Find(Token, viewer.PersonId.Value) is not { } upload || !System.IO.File.Exists(upload.Path))
        {
            return this.PageWith(new Refusal("That file is no longer kept here. Choose it again", nameof(PupilsForm.File)));
        }

        try
        {
            return await act(RollFile.Open(upload.Path), upload);
        }
        catch (UnusableFileException unusable)
        {
            return this.PageWith(new Refusal(unusable.Message, nameof(PupilsForm.File)));
        }
    }
}

public sealed class PupilsForm
{
    [Display(Name = "File of pupils")]
    public IFormFile? File { get; set; }

    [Display(Name = "Leave out the rows that cannot be taken, and import the rest")]
    public bool SkipBad { get; set; }

    [Display(Name = "This file is the whole roll: mark these pupils as left", Description = "Their records stay. Leave this unticked if the file holds only some year groups or classes")]
    public bool WholeRoll { get; set; }
}
