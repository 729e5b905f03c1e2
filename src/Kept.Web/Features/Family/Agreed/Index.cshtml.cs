using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Telling;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Translating;
using Kept.Web.Wordings;
using Notice = Kept.Domain.Telling.Notice;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Agreed;

/// <summary>What school and family agreed about one child, as this carer may read it; and whether it happened.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, Reads reads, Translator translator) : ChildPageModel(visit, language)
{
    public WhatWeAgreedView Shown { get; private set; } = null!;

    /// <summary>Whether there is news of the school that this carer has not read.</summary>
    public bool HasNewNews => Waiting.Any(n => n.Of is NoticeOf.News);

    /// <summary>Whether a version of the plan was published, or what this carer said of it answered, that they have not read.</summary>
    public bool HasNewInThePlan => Waiting.Any(n => n.Of is NoticeOf.Plan or NoticeOf.PlanAnswer);

    public string NewsPage => FamilyLinks.News(Visit.Place.School, Visit.Child.Id);

    public string ContactPage => FamilyLinks.Contact(Visit.Place.School, Visit.Child.Id);

    private IReadOnlyList<Notice> Waiting { get; set; } = [];

    /// <summary>Messages of the school that this carer has not opened.</summary>
    public int Unopened { get; private set; }

    /// <summary>Whether anybody who works with the child gives families times to book.</summary>
    public bool OffersTimes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family", Visit.Day.Now);
        var page = await ShowAsync(refused: null, cancel);

        // What stands on pages of its own is opened there.
        await Told.OpenedAsync([.. Waiting.Where(n => n.Of is not (NoticeOf.News or NoticeOf.Message or NoticeOf.Plan or NoticeOf.PlanAnswer))], cancel);
        return page;
    }

    public async Task<IActionResult> OnPostAnswerAsync(Id<AgreedAction> actionId, FamilySays? says, string? missing, CancellationToken cancel)
    {
        if (await Shared.AnswerAsync(actionId, says, missing, Tongue, Visit.Day.Now, cancel) is not { } heard)
        {
            return NotFound();
        }

        if (heard.Refused(out var refusal))
        {
            var sentence = refusal.Field is nameof(CarerAnswer.Missing) ? Words.Say("answer.tooLong", ("n", CarerAnswer.MissingMaxLength)) : Words["join.again"];
            ModelState.AddModelError($"missing-{actionId}", sentence);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(new RefusedAnswer(actionId.ToString(), missing, sentence), cancel);
        }

        TempData.Say(Words["answer.thanks"]);
        return Redirect($"{FamilyLinks.Child(Visit.Place.School, Visit.Child.Id)}#a-{actionId}");
    }

    private async Task<IActionResult> ShowAsync(RefusedAnswer? refused, CancellationToken cancel)
    {
        if (await Shared.WhatWeAgreedAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        Waiting = await Told.UnopenedAsync(Visit.Child.Id, cancel);
        Unopened = await Shared.Threads.UnopenedAsync(cancel);
        OffersTimes = await Shared.Slots.AnyAsync(cancel);
        var into = await Shared.TranslationsAsync(shared, Tongue, cancel);
        if (shared.Texts.Any(into.Lacks))
        {
            translator.Missed(Visit.Place.School.Id, Visit.Child.Id);
        }

        Shown = new WhatWeAgreedView(shared, Visit.Place.School.Name, Visit.Day.Today, Words, enquiry => enquiry.AnswerBy(Visit.Day.Calendar, Visit.Day.School))
        {
            Into = into,
            IsEasy = Visit.Child.Formats.EasyRead,
            Home = FamilyLinks.Child(Visit.Place.School, Visit.Child.Id),
            PlanPage = FamilyLinks.Plan(Visit.Place.School, Visit.Child.Id),
            Refused = refused
        };
        return Page();
    }
}
