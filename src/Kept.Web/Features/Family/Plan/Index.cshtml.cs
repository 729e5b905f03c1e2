using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Telling;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Translating;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Family.Plan;

/// <summary>A child's plans for a carer, in their language; and what this carer thinks of each part.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads, Translator translator) : ChildPageModel(visit, language)
{
    public PlansView Shown { get; private set; } = null!;

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    private string Here => FamilyLinks.Plan(Visit.Place.School, Visit.Child.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family-plan", Visit.Day.Now);
        if (await ShowAsync(refused: null, cancel) is not PageResult page)
        {
            return NotFound();
        }

        var read = Shown.Shared.Plans.SelectMany(plan => plan.Own).Select(view => view.Id.Value).ToHashSet();
        await Told.OpenedAsync([.. (await Told.UnopenedAsync(Visit.Child.Id, cancel)).Where(n => n.Of is NoticeOf.Plan || (n.Of is NoticeOf.PlanAnswer && read.Contains(n.AboutId)))], cancel);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(SaidForm form, CancellationToken cancel)
    {
        if (await Shared.SayAsync(new PlanSaid(form.PlanId, form.Read, form.Part, form.Agrees, form.Said, Tongue), Visit.Day.Now, cancel) is not { } given)
        {
            return NotFound();
        }

        if (given.Allowed(out var view, out var refusal))
        {
            TempData.Say(Words["answer.thanks"]);
            return Redirect($"{Here}#{PlansView.Slug(view.PlanId, view.Part)}");
        }

        var sentence = refusal.Field switch
        {
            nameof(PlanView.Number) => Words["plan.stale"],
            nameof(PlanView.Words) when form.Said?.Length > PlanView.WordsMaxLength => Words.Say("answer.tooLong", ("n", PlanView.WordsMaxLength)),
            nameof(PlanView.Words) => Words["plan.wordsNeeded"],
            _ => Words["join.again"]
        };
        var refused = new RefusedView(PlansView.Slug(form.PlanId, form.Part ?? ""), form.Said, sentence);
        if (await ShowAsync(refused, cancel) is not PageResult page)
        {
            return NotFound();
        }

        ModelState.AddModelError(Shown.Has(refused.Slug) ? $"w-{refused.Slug}" : "", sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<IActionResult> ShowAsync(RefusedView? refused, CancellationToken cancel)
    {
        if (await Shared.PlansAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        var into = await Shared.TranslationsAsync(shared, Tongue, cancel);
        if (shared.Texts.Any(into.Lacks))
        {
            translator.Missed(Visit.Place.School.Id, Visit.Child.Id);
        }

        Shown = new PlansView(shared, Visit.Day.Today, Words, into) { SayAt = Here, Refused = refused };
        return Page();
    }
}

/// <summary>One carer's view on one part, as it was sent.</summary>
public sealed class SaidForm
{
    public Id<SupportPlan> PlanId { get; set; }

    /// <summary>The version that was before them.</summary>
    public int Read { get; set; }

    public string? Part { get; set; }

    public bool? Agrees { get; set; }

    public string? Said { get; set; }
}
