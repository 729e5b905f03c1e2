using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Store.Families;
using Kept.Store.Schools;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Translating;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.Questions;

/// <summary>What the school asks each carer before a meeting: in order, hidden or not, and as a carer sees it.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class IndexModel(SchoolRegister register, SchoolDay day, Engines engines) : PageModel
{
    private Translated into = Translated.Nothing;

    /// <summary>The language in which the preview is.</summary>
    [BindProperty(SupportsGet = true, Name = "in")]
    public string? In { get; set; }

    public QuestionSet Set { get; private set; } = null!;

    /// <summary>What was done a moment ago, while it can still be undone.</summary>
    public (string Sentence, string Before, int Version)? Last { get; private set; }

    public IReadOnlyList<LanguageStanding> Languages { get; private set; } = [];

    public Wording Seen { get; private set; } = Wording.InEnglish;

    /// <summary>Those in which a carer of this school may see the page.</summary>
    public IReadOnlyList<Wording> SeenIn => [Wording.InEnglish, .. Languages.Select(l => Wording.Of(l.Read.Tag)).OfType<Wording>().Where(w => !w.IsEnglish).DistinctBy(w => w.Tag)];

    public string? Engine => engines.Chosen?.Name;

    public bool MayAdd => Set.All.Count < QuestionSet.Most;

    public IEnumerable<QuestionRead> Read => Set.All.Where(q => q.IsAsked).Select(q => QuestionRead.Of(q.Asked, Seen, into));

    public IReadOnlyList<string> AdviceOn(SchoolQuestion question) => SchoolQuestion.AdviceOn(question.Words, new CoachContext(day.Today, day.Calendar, []));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Last = TempData.LastDone();
        await ShowAsync(cancel);
    }

    public Task<IActionResult> OnPostHideAsync(string? key, CancellationToken cancel) => ActAsync(set => set.Hide(key), "The question is hidden: families are not asked it now.", cancel);

    public Task<IActionResult> OnPostShowAsync(string? key, CancellationToken cancel) => ActAsync(set => set.Show(key), "Families are asked the question again.", cancel);

    public Task<IActionResult> OnPostUpAsync(string? key, CancellationToken cancel) => ActAsync(set => set.Move(key, -1), "The question has moved up.", cancel);

    public Task<IActionResult> OnPostDownAsync(string? key, CancellationToken cancel) => ActAsync(set => set.Move(key, 1), "The question has moved down.", cancel);

    public Task<IActionResult> OnPostKeptsAsync(CancellationToken cancel) => ActAsync(set => set.GoBackToKepts(), "Families are asked the four questions of Kept again.", cancel);

    public Task<IActionResult> OnPostPutBackAsync(string? before, int since, CancellationToken cancel) =>
        ActAsync(set => set.PutBack(before, since), "That is undone: the questions are as they were.", cancel, QuestionSet.KeysIn(before));

    private async Task<IActionResult> ActAsync<T>(Func<QuestionSet, Result<T>> verb, string done, CancellationToken cancel, IReadOnlyList<string>? also = null)
        where T : class, ISchoolEvent
    {
        var book = await QuestionBook.OpenAsync(register, day.Now, cancel, also);
        var before = book.Set.Arrangement;
        if (!verb(book.Set).Allowed(out var happened, out var refused) || (refused = await book.SaveAsync(happened, cancel)) is not null)
        {
            ModelState.AddModelError("", refused!.Sentence);
            register.Rest();
            await ShowAsync(cancel);
            return this.PageWithErrors();
        }

        TempData.Done(done, before, book.Set.Version);
        return Redirect(QuestionLinks.All);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var book = await QuestionBook.OpenAsync(register, day.Now, cancel);
        Set = book.Set;
        List<LanguageStanding> standing = [];
        foreach (var read in await book.LanguagesAsync(day.Today, cancel))
        {
            standing.Add(LanguageStanding.Of(read, book.Texts, await book.TranslationsAsync(read.Tag, cancel), engines));
        }

        Languages = standing;
        Seen = SeenIn.FirstOrDefault(w => w.Tag == In) ?? Wording.InEnglish;
        into = await book.TranslationsAsync(standing.Find(l => Wording.Of(l.Read.Tag)?.Tag == Seen.Tag)?.Read.Tag ?? Seen.Tag, cancel);
    }
}
