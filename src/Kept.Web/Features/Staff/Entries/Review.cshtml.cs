using Kept.Domain;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Entries;

/// <summary>On its date an entry asks what happened, what changed and what next.</summary>
[Authorize(Policies.Log)]
public sealed class ReviewModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(Review.Happened), nameof(ReviewForm.Happened)), (nameof(Review.WhatChanged), nameof(ReviewForm.WhatChanged)),
        (nameof(Review.WhatNext), nameof(ReviewForm.WhatNext)), (nameof(Review.NextOn), nameof(ReviewForm.NextOn))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<LogEntry> EntryId { get; set; }

    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    public string Issue { get; private set; } = "";

    public string About { get; private set; } = "";

    /// <summary>The day that is being reviewed, as the page was shown it: a review held meanwhile is noticed by it.</summary>
    public string WasDueOn { get; private set; } = "";

    public Id<Pupil> PupilId { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await record.Entries.FirstOrDefaultAsync(e => e.Id == EntryId, cancel) is not { } entry)
        {
            return NotFound();
        }

        return await new HoldReview(record, day, entry, Form).OnceAsync(within: null, cancel) is { } refused ? await AgainAsync(refused, cancel) : Kept(entry.PupilId);
    }

    private RedirectResult Kept(Id<Pupil> pupil)
    {
        TempData.Say("The review is kept.");
        return Redirect($"/pupils/{pupil}");
    }

    private async Task<IActionResult> AgainAsync(Refusal refused, CancellationToken cancel)
    {
        ModelState.Refuse(refused, Fields);
        return await LoadAsync(cancel) ? this.PageWithErrors() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var row = await record.Entries.AsNoTracking()
            .Where(e => e.Id == EntryId)
            .Join(record.Pupils, e => e.PupilId, p => p.Id, (e, p) => new { e.Issue, e.HappenedOn, e.ReviewOn, p.Id, p.PreferredName, p.GivenName, p.FamilyName })
            .FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return false;
        }

        Issue = row.Issue;
        WasDueOn = ReviewForm.Due(row.ReviewOn);
        PupilId = row.Id;
        About = $"{row.PreferredName ?? row.GivenName} {row.FamilyName} · {Days.Plain(row.HappenedOn, day.Today)}"
            + (row.ReviewOn is { } due ? $" · review due {Days.Plain(due, day.Today)}" : "");
        return true;
    }
}
