using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Entries;

/// <summary>On its date an entry asks what happened, what changed and what next.</summary>
[Authorize(Policies.Log)]
public sealed class ReviewModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
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

    public Id<Pupil> PupilId { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await record.Entries.FirstOrDefaultAsync(e => e.Id == EntryId, cancel) is not { } entry)
        {
            return NotFound();
        }

        if (TypedDay.ToCome(Form.NextOn, day.Today, day.Calendar).Allowed(out var next, out var refused)
            && Review.Hold(entry, Form.Happened, Form.WhatChanged, Form.WhatNext, next, day.Today, viewer.PersonId, day.Now).Allowed(out var held, out refused))
        {
            record.Add(held);
            refused = await record.SaveAsync(new ReviewHeld(entry.PupilId, held.Id), cancel);
        }
        else if (refused is { Field: null })
        {
            refused = refused.About(nameof(Review.NextOn));
        }

        if (refused is null)
        {
            TempData.Say("The review is kept.");
            return Redirect($"/pupils/{entry.PupilId}");
        }

        ModelState.Refuse(refused, Fields);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(cancel) ? Page() : NotFound();
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
        PupilId = row.Id;
        About = $"{row.PreferredName ?? row.GivenName} {row.FamilyName} · {Days.Plain(row.HappenedOn, day.Today)}"
            + (row.ReviewOn is { } due ? $" · review due {Days.Plain(due, day.Today)}" : "");
        return true;
    }
}

public sealed class ReviewForm
{
    [Display(Name = "Did it happen?")]
    public DidItHappen? Happened { get; set; }

    [Display(Name = "What changed?", Description = "What is different for the child. “Nothing yet” is an answer")]
    public string? WhatChanged { get; set; }

    [Display(Name = "What next?", Description = "Leave it empty if nothing more is needed")]
    public string? WhatNext { get; set; }

    [Display(Name = "Look again on", Description = "For example, 2 May or in two weeks. Leave it empty to close the review")]
    public string? NextOn { get; set; }
}
