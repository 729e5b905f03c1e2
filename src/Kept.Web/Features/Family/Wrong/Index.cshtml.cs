using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Family.Wrong;

/// <summary>A carer says what is not working. It reaches who has it to do and the SENCO, and waits for an answer.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language) : ChildPageModel(visit, language)
{
    /// <summary>The promise that the link stood beside.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty]
    public WrongForm Form { get; set; } = new();

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public IReadOnlyList<SelectListItem> Promises { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [.. new[] { ConcernAbout.NotHappening, ConcernAbout.NotHelping, ConcernAbout.SomethingElse }.Select(about => new Choice(about.ToString(), Words.Name(about)))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Form = new WrongForm { EntryId = Id<LogEntry>.New().ToString(), About = About };
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var entry = Id<LogEntry>.TryParse(Form.EntryId, null, out var chosen) ? chosen : Id<LogEntry>.New();
        Id<AgreedAction>? about = Id<AgreedAction>.TryParse(Form.About, null, out var action) ? action : null;
        if (await Shared.RaiseAsync(entry, about, Form.Kind, Form.Words, Tongue, Visit.Day.Now, cancel) is not { } raised)
        {
            return NotFound();
        }

        if (!raised.Allowed(out var enquiry, out var refusal))
        {
            ModelState.AddModelError(refusal.Field is null ? "" : $"Form.{(refusal.Field is nameof(Concern.About) ? nameof(WrongForm.Kind) : refusal.Field)}", Sentence(refusal));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(cancel);
        }

        TempData.Say(enquiry.AnswerBy(Visit.Day.Calendar, Visit.Day.School) is { } by
            ? Words.Say("wrong.thanks", ("day", Words.Plain(by, Visit.Day.Today)))
            : Words["answer.thanks"]);
        return Redirect(Home);
    }

    private string Sentence(Refusal refusal) => refusal.Field switch
    {
        nameof(Concern.About) => Words["wrong.choose"],
        nameof(Concern.Words) when Form.Words?.Length > Concern.WordsMaxLength => Words.Say("answer.tooLong", ("n", Concern.WordsMaxLength)),
        nameof(Concern.Words) => Words["wrong.moreNeeded"],
        _ => Words["join.again"]
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await Shared.WhatWeAgreedAsync(cancel) is not { } shared)
        {
            return NotFound();
        }

        var into = await Shared.TranslationsAsync(shared, Tongue, cancel);
        Promises = [.. shared.Still.Concat(shared.Done).Where(a => a.Owner is not OwnerShared.You).Select(a => into.For(a.Text) is { } shown
            ? new SpokenItem(shown.Words, a.Id.ToString(), shown.Language)
            : new SpokenItem(a.What, a.Id.ToString(), a.Text.Language))];
        return Page();
    }
}

public sealed class WrongForm
{
    /// <summary>Chosen when the page is shown, so that sending it twice keeps one.</summary>
    public string? EntryId { get; set; }

    public string? About { get; set; }

    public ConcernAbout? Kind { get; set; }

    public string? Words { get; set; }
}
