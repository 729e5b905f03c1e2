using Kept.Domain;
using Kept.Domain.Packs;
using Kept.Domain.Schools;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Packs;
using Kept.Web.Packs.Own;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kept.Web.Features.Family.Download;

/// <summary>Everything that a carer may read of a child, as a file to keep: made in the background, theirs alone to fetch.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads, IPackRoom room) : ChildPageModel(visit, language)
{
    /// <summary>While something is made the page looks again by itself, without a script.</summary>
    private const string LookAgainSeconds = "5";

    /// <summary>The last of each kind; what is no longer kept is not shown.</summary>
    public IReadOnlyList<Pack> Shown { get; private set; } = [];

    public Instant Now => Visit.Day.Now;

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public string Here => FamilyLinks.Download(Visit.Place.School, Visit.Child.Id);

    public bool CanMakePdf => room.CanMakePdf;

    /// <summary>Those that can be asked for now.</summary>
    public IEnumerable<PackFormat> Formats =>
        new[] { room.CanMakePdf ? PackFormat.Pdf : PackFormat.Html, PackFormat.Zip, PackFormat.Json }.Where(format => !Shown.Any(copy => copy.Format == format && copy.IsUnderWay));

    public string Kind(PackFormat format) => Words[format switch
    {
        PackFormat.Pdf => "download.pdf",
        PackFormat.Json => "download.json",
        PackFormat.Zip => "download.zip",
        _ => "download.html"
    }];

    public string Until(Pack copy) => Words.Day(copy.FinishedAt!.Value + Pack.KeptFor, Visit.Day.Today);

    public string FileOf(Pack copy) => $"{Here}?handler=File&pack={copy.Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(PackFormat? format, CancellationToken cancel)
    {
        if (await Shared.Copies.AskAsync(format is PackFormat.Pdf && !room.CanMakePdf ? PackFormat.Html : format, Tongue, Now, cancel) is not { } asked)
        {
            return NotFound();
        }

        if (asked.Refused(out var refusal))
        {
            ModelState.AddModelError("", Words[refusal.Field is nameof(Pack.AskedAt) ? "download.many" : "join.again"]);
            var page = await ShowAsync(cancel);
            Response.StatusCode = page is NotFoundResult ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            return page;
        }

        room.Nudge();
        return Redirect(Here);
    }

    public async Task<IActionResult> OnGetFileAsync(Id<Pack>? pack, CancellationToken cancel)
    {
        if (pack is not { } id)
        {
            return Redirect(Here);
        }

        // That it is taken is written down first: where this node has no such file, nothing was.
        if (room.Open(id) is not { } file)
        {
            return NotFound();
        }

        if (await Shared.Copies.TakeAsync(id, Now, cancel) is not { } taken)
        {
            await file.DisposeAsync();
            return NotFound();
        }

        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family-copy", Now);
        foreach (var (document, version) in taken.Format is PackFormat.Zip ? await OwnCopyOpenings.InAsync(file, cancel) : [])
        {
            reads.Opened(Visit.Place.Viewer, Visit.Child.Id, document, OpenedHow.Zip, Now, version);
        }

        return File(file, PackFormats.ContentType(taken.Format), PackFormats.FileName(taken, Visit.Day.Today));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await Shared.Copies.AllAsync(cancel) is not { } all)
        {
            return NotFound();
        }

        Shown = [.. all.DistinctBy(copy => copy.Format).Where(copy => copy.IsUnderWay || copy.IsThereAt(Now) || copy.State is PackState.Failed)];
        if (Shown.Any(copy => copy.IsUnderWay))
        {
            Response.Headers["Refresh"] = LookAgainSeconds;
        }

        return Page();
    }
}
