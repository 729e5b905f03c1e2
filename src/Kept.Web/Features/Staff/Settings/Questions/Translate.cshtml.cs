using System.ComponentModel.DataAnnotations;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Schools;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Translating;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.Questions;

/// <summary>The school’s own questions in one language that families read; and a person’s own translation, which stands before any machine’s.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class TranslateModel(SchoolRegister register, SchoolDay day, Engines engines) : PageModel
{
    private QuestionBook book = null!;
    private Translated into = Translated.Nothing;

    /// <summary>BCP 47 tag.</summary>
    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    /// <summary>The key of the question that is being translated.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public QuestionTranslationForm Form { get; set; } = new();

    public Language Into => Languages.Of(Language);

    public int Carers { get; private set; }

    public string? Engine => engines.Chosen?.Name;

    public bool NeedsAPerson => engines.NeedsAPerson(WrittenText.English, Language);

    /// <summary>Those in the school’s own words.</summary>
    public IReadOnlyList<SchoolQuestion> Questions => [.. book.Set.All.Where(q => q.Kepts is null)];

    public SchoolQuestion? Chosen => Questions.FirstOrDefault(q => q.Key == Of);

    public static IEnumerable<Choice> Makers =>
        [new(nameof(TranslationMade.Staff), "A member of staff, or somebody the school trusts"), new(nameof(TranslationMade.Professional), "A professional translator or interpreter")];

    public TranslationShown? Shown(SchoolQuestion question) => into.For(question.Asked.Text);

    public string Standing(SchoolQuestion question) => Shown(question) switch
    {
        null => "Not translated",
        { IsAMachines: true } shown => $"Translated by a machine ({shown.Engine})",
        { Made: TranslationMade.Professional } => "Translated by a professional",
        _ => "Translated by a person"
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Chosen is not { } chosen)
        {
            ModelState.AddModelError("", "This question was changed meanwhile. Choose it again, and translate what it says now");
            return this.PageWithErrors();
        }

        if (!QuestionTranslation.Give(chosen, Language, Form.Words, Form.Made, register.By.PersonId, day.Now).Allowed(out var given, out var refused))
        {
            return this.PageWith(refused);
        }

        register.Add(given);
        if (await register.TrySaveAsync([new QuestionTranslated()], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"Families who read {Into.EnglishName} read your translation now.");
        return Redirect(QuestionLinks.Translate(Language));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        book = await QuestionBook.OpenAsync(register, day.Now, cancel);
        if ((await book.LanguagesAsync(day.Today, cancel)).FirstOrDefault(l => l.Tag == Language) is not { } read)
        {
            return false;
        }

        Carers = read.Carers;
        into = await book.TranslationsAsync(Language, cancel);
        return true;
    }
}

public sealed class QuestionTranslationForm
{
    [Display(Name = "The translation", Description = "As a person wrote it")]
    public string? Words { get; set; }

    [Display(Name = "Who made it?")]
    public TranslationMade? Made { get; set; }
}
