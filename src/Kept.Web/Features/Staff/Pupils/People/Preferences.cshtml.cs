using System.ComponentModel.DataAnnotations;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.People;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>How a carer wants to be told: language, method, times, format.</summary>
[Authorize(Policy = Policies.KeepWishes)]
public sealed class PreferencesModel(VisibleRecord record) : KnownCarerPageModel(record)
{
    [BindProperty]
    public PreferencesForm Form { get; set; } = new();

    public IEnumerable<Choice> Methods => Enum.GetValues<ContactMethod>().Select(m => new Choice(m.ToString(), m.InWords()));

    public static IEnumerable<Choice> Rhythms => Enum.GetValues<Rhythm>().Select(r => new Choice(r.ToString(), r.InWords()));

    public IEnumerable<SelectListItem> LanguageList => Languages.All.Select(l => new SelectListItem(l.InWords, l.Tag));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        Form = PreferencesForm.Of(Tie);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (!Tie.Prefer(Form.Wishes).Allowed(out var changed, out var refusal) || !Tie.KeepFromOthers(Form.KeptFromOthers).Allowed(out _, out refusal))
        {
            return this.PageWith(refusal);
        }

        if (await Record.SaveAsync([changed, .. await Record.ReadInAsync(Tie, onlyTold: false, cancel)], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"How to contact {Carer.Name} is saved.");
        return Redirect(PupilPeopleLinks.People(PupilId));
    }
}

public sealed class PreferencesForm
{
    [Display(Name = "How do they want to be contacted?")]
    public ContactMethod PreferredMethod { get; set; }

    [Display(Name = "How often do they want to hear?", Description = "By email or text, that something waits for them in Kept")]
    public Rhythm Rhythm { get; set; }

    [Display(Name = "When?", Description = "In their words: after 4pm, not on Fridays")]
    [MaxLength(Relationship.TimesMaxLength, ErrorMessage = "The times must be 120 characters or fewer")]
    public string? PreferredTimes { get; set; }

    [Display(Name = "Language to write and speak in")]
    public string? Language { get; set; }

    [Display(Name = "An interpreter is needed")]
    public bool InterpreterNeeded { get; set; }

    [Display(Name = "Large print, 18 point and more")]
    public bool LargePrint { get; set; }

    [Display(Name = "Easy read: short lines, one idea each, with symbols")]
    public bool EasyRead { get; set; }

    [Display(Name = "High contrast")]
    public bool HighContrast { get; set; }

    [Display(Name = "A button that reads pages aloud, where their phone has a voice for the language")]
    public bool ReadAloud { get; set; }

    [Display(Name = "Any other format", Description = "For example, BSL, or on yellow paper")]
    [MaxLength(Relationship.FormatMaxLength, ErrorMessage = "The format must be 80 characters or fewer")]
    public string? AccessibleFormat { get; set; }

    [Display(Name = "What must the other carers not know?", Description = "Where they live, work or are reached: a place or a number a line. Kept stops anything shared that names one")]
    public string? KeptFromOthers { get; set; }

    public ContactPreferences Wishes => new(PreferredMethod, PreferredTimes, Language ?? "", InterpreterNeeded, AccessibleFormat, Rhythm, new FormatWishes(LargePrint, HighContrast, EasyRead, ReadAloud));

    public static PreferencesForm Of(Relationship tie) => new()
    {
        PreferredMethod = tie.PreferredMethod,
        Rhythm = tie.Rhythm,
        PreferredTimes = tie.PreferredTimes,
        Language = tie.Language,
        InterpreterNeeded = tie.InterpreterNeeded,
        LargePrint = tie.LargePrint,
        EasyRead = tie.EasyRead,
        HighContrast = tie.HighContrast,
        ReadAloud = tie.ReadAloud,
        AccessibleFormat = tie.OtherFormat,
        KeptFromOthers = tie.KeptFromOthers
    };
}
