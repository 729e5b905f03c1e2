using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>
/// Adds files, one or two hundred, all with the same details. With script each file comes in a request of its own; without, all come
/// in one. Either way each gets its own answer, and one that cannot be stored keeps no other from it.
/// </summary>
[Authorize(Policies.Log)]
[IgnoreAntiforgeryToken]
[ReadsItsOwnBody]
public sealed class AddModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Receiving receiving, Waking waking, IAntiforgery antiforgery) : PageModel
{
    /// <summary>Beside the files: the fields and what stands between the parts.</summary>
    private const long FormBytes = 1024 * 1024;

    private const int MostFiles = 1000;

    public DocumentForm Form { get; private set; } = new();

    public NamedPupil? Pupil { get; private set; }

    /// <summary>What became of each file; empty while the form is shown.</summary>
    public IReadOnlyList<FileAnswer> Answers { get; private set; } = [];

    public DocumentSettings Settings => receiving.Settings;

    public static IEnumerable<SelectListItem> Categories => DocumentCategories.All.Select(c => new SelectListItem(c.InWords(), c.ToString()));

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    public async Task OnGetAsync(Id<Pupil>? pupil, CancellationToken cancel)
    {
        Form = new DocumentForm { Key = Guid.CreateVersion7(), PupilId = pupil?.ToString() };
        Pupil = await record.PupilAsync(pupil, cancel);
    }

    public async Task<IActionResult> OnPostFilesAsync(CancellationToken cancel)
    {
        if (WantsJson && Request.ContentLength > Settings.MostBytes + FormBytes)
        {
            // Before any of it is read: the sender is told at once, and the rest of it never travels.
            return new JsonResult(new { answers = (FileAnswer[])[new("", $"Not stored: {receiving.TooLarge.Sentence}.", IsKept: false)] });
        }

        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Settings.MostBytesOfOnePost;
        }

        try
        {
            var sent = new SentFiles(HttpContext, antiforgery);
            await sent.ReadFieldsAsync(Settings.MostBytesOfOnePost, cancel);
            return await TakeAsync(sent, cancel);
        }
        catch (Exception e) when (e is AntiforgeryValidationException or InvalidDataException)
        {
            // The body is spent: the page that shows the problem must not look for a form in it.
            Request.ContentType = null;
            return BadRequest();
        }
    }

    private async Task<IActionResult> TakeAsync(SentFiles sent, CancellationToken cancel)
    {
        ReadForm(sent.Fields);
        Pupil = Id<Pupil>.TryParse(Form.PupilId, null, out var chosen) ? await record.PupilAsync(chosen, cancel) : null;
        if (!(await record.PupilsAsync(Form, day.Today, cancel)).Allowed(out var pupils, out var refused) || Unusable() is { } unusable && (refused = unusable) is not null)
        {
            return Refused(refused);
        }

        var keep = new KeepDocument(record, viewer, day, receiving, waking);
        var answers = new List<FileAnswer>();
        await foreach (var file in sent.FilesAsync(cancel))
        {
            if (answers.Count >= MostFiles)
            {
                break;
            }

            answers.Add(await keep.KeepAsync(file.Content, file.Name, Form, [.. pupils.Select(p => p.Id)], cancel));
        }

        if (answers.Count == 0)
        {
            return Refused(new Refusal("Choose one file or more", "File"));
        }

        Answers = answers;
        return WantsJson ? new JsonResult(new { answers }) : Page();
    }

    /// <summary>What is wrong with the details, whatever the file: said before any file is taken.</summary>
    private Refusal? Unusable() => Form.Read(day, "Any title").Allowed(out var details, out var refused) && details.Checked(day.Today).Allowed(out _, out refused)
        && (details.ReviewOn > day.Today || details.ReviewOn is null)
        ? null
        : refused ?? new Refusal("The review date must be after today", nameof(DocumentDetails.ReviewOn));

    private IActionResult Refused(Refusal refusal)
    {
        ModelState.Refuse(refusal, DocumentForm.Fields);
        if (!WantsJson)
        {
            return this.PageWithErrors();
        }

        var field = Array.Find(DocumentForm.Fields, f => f.Rule == refusal.Field).Field ?? "Files";
        return new JsonResult(new { field = $"Form_{field}", words = refusal.Sentence }) { StatusCode = StatusCodes.Status400BadRequest };
    }

    private void ReadForm(Dictionary<string, List<string>> fields)
    {
        string? Typed(string name) => fields.GetValueOrDefault($"Form.{name}")?[0];
        Form = new DocumentForm
        {
            Key = Guid.TryParse(Typed(nameof(DocumentForm.Key)), CultureInfo.InvariantCulture, out var key) ? key : Guid.CreateVersion7(),
            PupilId = Typed(nameof(DocumentForm.PupilId)),
            Pupil = Typed(nameof(DocumentForm.Pupil)),
            Others = Typed(nameof(DocumentForm.Others)),
            Category = DocumentCategories.Read(Typed(nameof(DocumentForm.Category))) ?? DocumentCategory.Other,
            DatedOn = Typed(nameof(DocumentForm.DatedOn)),
            Author = Typed(nameof(DocumentForm.Author)),
            Tags = Typed(nameof(DocumentForm.Tags)),
            Visibility = Enum.TryParse<Visibility>(Typed(nameof(DocumentForm.Visibility)), out var visibility) && Enum.IsDefined(visibility) ? visibility : Visibility.Staff,
            ReviewOn = Typed(nameof(DocumentForm.ReviewOn))
        };
    }
}
