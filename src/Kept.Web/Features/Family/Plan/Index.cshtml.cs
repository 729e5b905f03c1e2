using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Translating;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Family.Plan;

/// <summary>A child's plans for a carer, in their language; and what this carer thinks of each part.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads, Translator translator) : ChildPageModel(visit, language)
{
    public PlansWhole Shown { get; private set; } = null!;

    public TextsRead Read { get; private set; } = null!;

    /// <summary>The view that was refused, with what was typed.</summary>
    public RefusedView? Refused { get; private set; }

    /// <summary>What was typed about a part that is not there any more.</summary>
    public string? Lost => Refused is { Words: { } words } && !IsShown(Refused) ? words : null;

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public string Here => FamilyLinks.Plan(Visit.Place.School, Visit.Child.Id);

    public LocalDate Today => Visit.Day.Today;

    public static string Slug(PlanWhole plan, SpokenPart part) => Slug(plan.Id, part.Key);

    public IEnumerable<WrittenText> Lines(PlanWhole plan, SpokenPart part) => part.Lines.Where(line => line.Length > 0).Select(line => Texts.Of(plan.Id, line)!.Value);

    public WrittenText? Reason(PlanWhole plan) => Texts.Of(plan.Id, plan.Reason);

    public WrittenText? AnswerTo(PlanView own) => Texts.AnswerTo(own);

    /// <summary>Who wrote it and when, and when it is looked at again.</summary>
    public string Standing(PlanWhole plan)
    {
        var written = Words.Say(plan.Number == 1 ? "plan.wroteBy" : "plan.changedBy", ("name", plan.By), ("day", Words.Day(plan.PublishedAt, Today)));
        return plan.ReviewOn is { } on ? Words.Together(written, Words.Say("plan.review", ("day", Words.Plain(on, Today)))) : written;
    }

    /// <summary>For who hears the page: which part a button is about, and in which language that is.</summary>
    public (string Words, string Lang) InShort(PlanWhole plan, SpokenPart part)
    {
        const int most = 60;
        var first = Lines(plan, part).First();
        var (said, lang) = Read.Into.For(first) is { } shown ? (shown.Words, shown.Language) : (first.Words, first.Language);
        return (said.Length <= most ? said : $"{said[..(char.IsHighSurrogate(said[most - 1]) ? most - 1 : most)]}…", lang);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family-plan", Visit.Day.Now);
        return await ShowAsync(cancel);
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
            return Redirect($"{Here}#{Slug(view.PlanId, view.Part)}");
        }

        var sentence = refusal.Field switch
        {
            nameof(PlanView.Number) => Words["plan.stale"],
            nameof(PlanView.Words) when form.Said?.Length > PlanView.WordsMaxLength => Words.Say("answer.tooLong", ("n", PlanView.WordsMaxLength)),
            nameof(PlanView.Words) => Words["plan.wordsNeeded"],
            _ => Words["join.again"]
        };
        Refused = new RefusedView(Slug(form.PlanId, form.Part ?? ""), form.Said, sentence);
        var page = await ShowAsync(cancel);
        ModelState.AddModelError(IsShown(Refused) ? $"w-{Refused.Slug}" : "", sentence);
        Response.StatusCode = page is PageResult ? StatusCodes.Status400BadRequest : Response.StatusCode;
        return page;
    }

    /// <summary>Names a part in an address of the page.</summary>
    private static string Slug(Id<SupportPlan> plan, string key) => $"{plan.ToString()[^6..]}-{key.Replace(' ', '-')}";

    private bool IsShown(RefusedView refused) => Shown.Plans.Any(plan => plan.Parts.Any(part => Slug(plan, part) == refused.Slug));

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
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

        Shown = shared;
        Read = TextsRead.Of(Words, into, shared.Texts);
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

/// <param name="Slug">Of the part.</param>
public sealed record RefusedView(string Slug, string? Words, string Sentence);
