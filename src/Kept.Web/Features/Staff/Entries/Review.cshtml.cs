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
using NodaTime;
using NodaTime.Text;

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

        if (await IsTheSameAgainAsync(cancel))
        {
            return Kept(entry.PupilId);
        }

        if (Form.WasDueOn is { Length: > 0 } was && was != Due(entry.ReviewOn))
        {
            return await AgainAsync(new Refusal("Somebody else has reviewed this meanwhile. Look at what they found, then say what is new"), cancel);
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

        return refused is null ? Kept(entry.PupilId)
            : await IsTheSameAgainAsync(cancel) ? Kept(entry.PupilId)
            : await AgainAsync(refused, cancel);
    }

    /// <summary>A button pressed twice holds one review.</summary>
    private async Task<bool> IsTheSameAgainAsync(CancellationToken cancel)
    {
        var (changed, next, since) = (Text.Tidy(Form.WhatChanged), Text.Tidy(Form.WhatNext), day.Now - Duration.FromMinutes(1));
        return Form.WasDueOn is not null && await record.Reviews.AnyAsync(r =>
            r.EntryId == EntryId && r.ById == viewer.PersonId && r.HeldAt >= since && r.WhatChanged == changed && r.WhatNext == next, cancel);
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

    private static string Due(LocalDate? on) => on is { } day ? LocalDatePattern.Iso.Format(day) : "";

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
        WasDueOn = Due(row.ReviewOn);
        PupilId = row.Id;
        About = $"{row.PreferredName ?? row.GivenName} {row.FamilyName} · {Days.Plain(row.HappenedOn, day.Today)}"
            + (row.ReviewOn is { } due ? $" · review due {Days.Plain(due, day.Today)}" : "");
        return true;
    }
}

public sealed class ReviewForm
{
    public string? WasDueOn { get; set; }

    [Display(Name = "Did it happen?")]
    public DidItHappen? Happened { get; set; }

    [Display(Name = "What changed?", Description = "What is different for the child. “Nothing yet” is an answer")]
    public string? WhatChanged { get; set; }

    [Display(Name = "What next?", Description = "Leave it empty if nothing more is needed")]
    public string? WhatNext { get; set; }

    [Display(Name = "Look again on", Description = "For example, 2 May or in two weeks. Leave it empty to close the review")]
    public string? NextOn { get; set; }
}
