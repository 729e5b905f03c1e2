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

/// <summary>Staff: send a list, see what it would do, say yes. It lets nobody in.</summary>
[Authorize(Policy = Policies.RunSchool)]
[UploadLimit(MostBytes)]
public sealed class StaffModel(SchoolRegister register, StaffViewer viewer, Uploads uploads) : PageModel
{
    private const long MostBytes = 5L * 1024 * 1024;

    [BindProperty]
    public StaffForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Token { get; set; }

    public Upload? Upload { get; private set; }

    public StaffReport? Report { get; private set; }

    public string? SkippedLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Token is null ? Page() : await OnFileAsync(async (table, upload) =>
        {
            Show(table, upload, await new StaffList(register).TakeAsync(table, save: false, cancel));
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.File is not { Length: > 0 } sent)
        {
            return this.PageWith(new Refusal("Choose a file that is not empty", nameof(StaffForm.File)));
        }

        await using var content = sent.OpenReadStream();
        var upload = await uploads.KeepAsync(content, Path.GetFileName(sent.FileName), viewer.PersonId.Value, cancel);
        try
        {
            StaffTable.Open(upload.Path).Read();
            return Redirect(ImportLinks.Staff(upload));
        }
        catch (UnusableFileException unusable)
        {
            Uploads.Forget(upload);
            return this.PageWith(new Refusal(unusable.Message, nameof(StaffForm.File)));
        }
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => OnFileAsync(async (table, upload) =>
    {
        var list = new StaffList(register);
        var check = await list.TakeAsync(table, save: false, cancel);
        Show(table, upload, check);
        if (check.Bad.Count > 0 && !Form.SkipBad)
        {
            ModelState.AddModelError("Form.SkipBad", "Mend the file and send it again, or tick the box to leave these rows out");
            return this.PageWithErrors();
        }

        var saved = await list.TakeAsync(table, save: true, cancel);
        Uploads.Forget(upload);
        TempData.Say($"{saved.Added.Count} staff added, {saved.Changed.Count} changed. Invite them under Settings, Staff.");
        return Redirect(ImportLinks.Done(upload, leftOut: saved.Bad.Count > 0));
    });

    private void Show(StaffTable table, Upload upload, StaffReport report)
    {
        (Upload, Report) = (upload, report);
        if (report.Bad.Count > 0)
        {
            using var skipped = new SkippedRows(upload.SkippedPath, table.Headings);
            foreach (var bad in report.Bad)
            {
                skipped.Add([bad.Cells], bad.Problems);
            }

            SkippedLink = ImportLinks.LeftOut(upload);
        }
    }

    private async Task<IActionResult> OnFileAsync(Func<StaffTable, Upload, Task<IActionResult>> act)
    {
        if (uploads.Find(Token, viewer.PersonId.Value) is not { } upload || !System.IO.File.Exists(upload.Path))
        {
            return this.PageWith(new Refusal("That file is no longer kept here. Choose it again", nameof(StaffForm.File)));
        }

        try
        {
            return await act(StaffTable.Open(upload.Path), upload);
        }
        catch (UnusableFileException unusable)
        {
            return this.PageWith(new Refusal(unusable.Message, nameof(StaffForm.File)));
        }
    }
}

public sealed class StaffForm
{
    [Display(Name = "List of staff")]
    public IFormFile? File { get; set; }

    [Display(Name = "Leave out the rows that cannot be taken, and import the rest")]
    public bool SkipBad { get; set; }
}
