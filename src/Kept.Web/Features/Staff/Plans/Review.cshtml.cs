using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>Closes a cycle: what was achieved, what helped, and what the next version starts from.</summary>
[Authorize(Policies.Log)]
public sealed class ReviewModel(VisibleRecord record, SchoolDay day) : OnePlanPageModel(record, day)
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    /// <summary>The meeting that the plan is reviewed in, to go on with it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>Where to go back to; null where the review was not opened from elsewhere in Kept.</summary>
    public string? Back => Url.IsLocalUrl(ReturnTo) ? ReturnTo : null;

    public PlanContent Written { get; private set; } = null!;

    /// <summary>What families said of the version that is reviewed.</summary>
    public FamilySays Says { get; private set; } = FamilySays.Nothing;

    /// <summary>What families said of other parts than outcomes and provision, which have their own beside them.</summary>
    public IReadOnlyList<(string Title, PlanViewRow Row)> SaidOfTheRest
    {
        get
        {
            var titles = PlanParts.Of(Written).ToDictionary(part => part.Key, part => part.Title);
            return
            [
                .. Says.Rows.Where(row => !row.View.Part.StartsWith("outcome ", StringComparison.Ordinal) && !row.View.Part.StartsWith("provision ", StringComparison.Ordinal))
                    .Select(row => (titles.GetValueOrDefault(row.View.Part, "No longer in the plan"), row))
            ];
        }
    }

    private PlanVersion reviewed = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (!await FindReviewedAsync(cancel))
        {
            return Redirect(Back ?? PlanLinks.Plans(PupilId));
        }

        Form = ReviewForm.For(Plan, Written);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (!await FindReviewedAsync(cancel) || await IsHeldAsync(cancel))
        {
            return Redirect(Back ?? PlanLinks.Plans(PupilId));
        }

        var wrong = Plan.Version == Form.Version ? await HoldAsync(cancel)
            : [new Refusal("Somebody else has changed or reviewed this plan while you had it open. Your words are below: open the plan to see theirs")];
        if (wrong.Count == 0 || await IsHeldAsync(cancel))
        {
            TempData.Say("The review is kept. The next version is open as a draft.");
            return Redirect(Back ?? PlanLinks.Edit(PupilId, PlanId));
        }

        foreach (var refused in wrong)
        {
            ModelState.AddModelError(refused.Field is null ? "" : $"Form.{refused.Field}", refused.Sentence);
        }

        return this.PageWithErrors();
    }

    private async Task<IReadOnlyList<Refusal>> HoldAsync(CancellationToken cancel)
    {
        var (findings, unread) = (Form.Read(Written), new List<Refusal>());
        var held = ReadDay(TypedDay.Gone(Form.HeldOn, Day.Today, Day.Calendar), nameof(Form.HeldOn), unread);
        var next = ReadDay(TypedDay.ToCome(Form.NextOn, Day.Today, Day.Calendar), nameof(Form.NextOn), unread);
        if (PlanReview.Wrong(Written, findings.Tidied()) is var missing && missing.Count + unread.Count > 0)
        {
            return [.. missing, .. unread];
        }

        if (!PlanReview.Hold(new Id<PlanReview>(Form.Key), Plan, reviewed, findings, held, next, Day.School.Nation, Viewer.PersonId, Day.Now).Allowed(out var review, out var refused))
        {
            return [refused];
        }

        Record.Add(review);
        var onward = PlanReading.Write(review.Onward(Written));
        (onward.Cause, onward.Reason) = (PlanCauses.ValueOf(PlanCause.Of(review)), $"After the review of {review.HeldOn.InWords()}");
        await new PlanDrafts(Record, Day).OpenAsync(Plan, onward, cancel);
        return await Record.SaveAsync(new PlanReviewed(PupilId, review.Id), cancel) is { } meanwhile ? [meanwhile] : [];
    }

    /// <summary>A button pressed twice holds one review.</summary>
    private Task<bool> IsHeldAsync(CancellationToken cancel)
    {
        var id = new Id<PlanReview>(Form.Key);
        return Record.PlanReviews.AnyAsync(r => r.Id == id && r.PlanId == PlanId, cancel);
    }

    private async Task<bool> FindReviewedAsync(CancellationToken cancel)
    {
        reviewed = (await VersionAsync(Plan.Current, cancel))!;
        Written = reviewed?.Content!;
        Says = reviewed is null ? FamilySays.Nothing : await FamilySays.OfAsync(Record, Plan, Plan.Current, Day.Today, mayAnswer: false, cancel);
        return reviewed is not null;
    }

    private static LocalDate? ReadDay(Result<LocalDate?> read, string field, List<Refusal> unread)
    {
        if (read.Allowed(out var on, out var refused))
        {
            return on;
        }

        unread.Add(refused.About(field));
        return null;
    }
}
