using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Translating;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>What of the shared words one carer cannot read yet; and a person’s own translation of it, which stands before any machine’s.</summary>
[Authorize(Policies.Log)]
public sealed class TranslationsModel(VisibleRecord record, SchoolDay day, Engines engines) : KnownCarerPageModel(record)
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(Translation.Words), nameof(TranslationForm.Words)), (nameof(Translation.Made), nameof(TranslationForm.Made))
    ];

    /// <summary>The one that is being translated: see <see cref="TextRow.Key"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public TranslationForm Form { get; set; } = new();

    /// <summary>Null where this carer may be told nothing.</summary>
    public IReadOnlyList<TextRow>? Rows { get; private set; }

    public TextRow? Chosen => Rows?.FirstOrDefault(row => row.Key == Of);

    public Language Language => Languages.Of(Tie.Language);

    public bool ReadEnglish => WrittenText.IsRead(WrittenText.English, Tie.Language);

    public string? Engine => engines.Chosen?.Name;

    /// <summary>Whether nothing will be translated for them unless a person does.</summary>
    public bool NeedsAPerson => engines.NeedsAPerson(WrittenText.English, Tie.Language);

    public static IEnumerable<Choice> Makers =>
        [new(nameof(TranslationMade.Staff), "A member of staff, or somebody the family trusts"), new(nameof(TranslationMade.Professional), "A professional translator or interpreter")];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        await LoadAsync(cancel);
        if (Chosen is not { } chosen || ReadEnglish)
        {
            return NotFound();
        }

        if (!Translation.Give(Viewer.SchoolId, PupilId, chosen.Text, Form.Read, Tie.Language, Form.Words, Form.Made, Viewer.PersonId, day.Now).Allowed(out var given, out var refused))
        {
            return Refused(refused);
        }

        Record.Add(given);
        if (await Record.SaveAsync(new TranslationGiven(PupilId, given.Id), cancel) is { } meanwhile)
        {
            return Refused(meanwhile);
        }

        TempData.Say($"{Carer.Name} can read it in {Language.EnglishName} now.");
        return Redirect(PupilPeopleLinks.Translations(PupilId, CarerId));
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.Refuse(refusal, Fields);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var side = new SharedWith(Record, CarerId, PupilId);
        if (await side.WhatWeAgreedAsync(cancel) is { } shared)
        {
            var into = await side.TranslationsAsync(shared, Tie.Language, cancel);
            Rows = [.. shared.Texts.DistinctBy(text => (text.Kind, text.TextId)).Select(text => new TextRow(text, into.For(text)))];
        }
    }
}

/// <summary>One text that the carer reads, with its translation where there is one.</summary>
public sealed record TextRow(WrittenText Text, TranslationShown? Shown)
{
    public string Key => $"{Text.Kind}-{Text.TextId}";

    public string What => Text.Kind switch
    {
        WrittenKind.ActionWhat => "Agreed",
        WrittenKind.EntryIssue => "What was raised",
        WrittenKind.EntrySaid => "What the school said",
        WrittenKind.EntryNote => "Note",
        _ => "Answer"
    };

    public string Standing => Shown switch
    {
        null => "Not translated",
        { IsAMachines: true } => $"Translated by a machine ({Shown.Engine})",
        { Made: TranslationMade.Professional } => "Translated by a professional",
        _ => "Translated by a person"
    };
}

public sealed class TranslationForm
{
    /// <summary>The fingerprint of what the translator had before them.</summary>
    public string? Read { get; set; }

    [Display(Name = "The translation", Description = "All of it, as a person wrote it. Names, days and numbers as they are in the original")]
    public string? Words { get; set; }

    [Display(Name = "Who made it?")]
    public TranslationMade? Made { get; set; }
}
