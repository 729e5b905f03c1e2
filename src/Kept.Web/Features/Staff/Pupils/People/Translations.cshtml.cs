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

    /// <summary>What they read: none where they read English. Null where this carer may be told nothing.</summary>
    public IReadOnlyList<TextRow>? Rows { get; private set; }

    /// <summary>What they said of the plan in another language, for staff to read; as far as the viewer sees it.</summary>
    public IReadOnlyList<TextRow> Said { get; private set; } = [];

    public TextRow? Chosen => Said.Concat(Rows ?? []).FirstOrDefault(row => row.Key == Of);

    /// <summary>What was typed for words that are not there any more.</summary>
    public string? Lost { get; private set; }

    public string Here => PupilPeopleLinks.Translations(PupilId, CarerId);

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
        if (Rows is null || Of is null)
        {
            return NotFound();
        }

        if (Chosen is not { } chosen)
        {
            Lost = Form.Words;
            return Refused(new Refusal("These words are not there any more: they were changed, or are not shared with them now. Choose what stands there now"));
        }

        if (!Translation.Give(Viewer.SchoolId, PupilId, chosen.Text, Form.Read, chosen.To, Form.Words, Form.Made, Viewer.PersonId, day.Now).Allowed(out var given, out var refused))
        {
            return Refused(refused);
        }

        Record.Add(given);
        if (await Record.SaveAsync(new TranslationGiven(PupilId, given.Id), cancel) is { } meanwhile)
        {
            return Refused(meanwhile);
        }

        TempData.Say(chosen.IsTheirs ? "Staff who see it read it in English now." : $"{Carer.Name} can read it in {Language.EnglishName} now.");
        return Redirect(Here);
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
        if (await side.WhatWeAgreedAsync(cancel) is not { } agreed || await side.PlansAsync(cancel) is not { } plans)
        {
            return;
        }

        Rows = ReadEnglish ? [] : await RowsAsync(side, [.. agreed.Texts, .. plans.Texts], Tie.Language, cancel);
        var theirs = plans.Plans.SelectMany(plan => plan.Own).Select(Texts.Of).OfType<WrittenText>().Where(text => !WrittenText.IsRead(text.Language, WrittenText.English));
        Said = await RowsAsync(side, [.. theirs], WrittenText.English, cancel);
    }

    private static async Task<IReadOnlyList<TextRow>> RowsAsync(SharedWith side, IReadOnlyList<WrittenText> texts, string to, CancellationToken cancel)
    {
        var into = await side.TranslationsAsync(texts, to, cancel);
        return [.. texts.Select(text => new TextRow(text, to, into.For(text))).DistinctBy(row => row.Key)];
    }
}

/// <summary>One text that the carer reads, or wrote, with its translation where there is one.</summary>
/// <param name="To">The language into which it is wanted.</param>
public sealed record TextRow(WrittenText Text, string To, TranslationShown? Shown)
{
    /// <summary>Enough of a fingerprint to tell the words of one plan apart.</summary>
    private const int ShortFingerprint = 12;

    /// <summary>A plan holds many texts under one name: each is known by its very words.</summary>
    public string Key => Text.Kind is WrittenKind.PlanWords ? $"{Text.Kind}-{Text.TextId}-{Text.Fingerprint[..ShortFingerprint]}" : $"{Text.Kind}-{Text.TextId}";

    /// <summary>Whether the carer wrote it, and staff read it.</summary>
    public bool IsTheirs => Text.Kind is WrittenKind.PlanViewWords;

    public string What => Text.Kind switch
    {
        WrittenKind.ActionWhat => "Agreed",
        WrittenKind.EntryIssue => "What was raised",
        WrittenKind.EntrySaid => "What the school said",
        WrittenKind.EntryNote => "Note",
        WrittenKind.PlanWords => "The plan",
        WrittenKind.PlanViewWords => "What they said of the plan",
        WrittenKind.PlanViewAnswer => "Answer to what they said of the plan",
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
