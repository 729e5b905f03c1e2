using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>All letters that wait to be printed, a pile at a time.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class LettersModel(LettersToPost letters, TellingRegister register, StaffViewer viewer, SchoolDay day) : TellsByHandModel(register, viewer)
{
    private const int MostPages = 200;

    public CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    [BindProperty(SupportsGet = true, Name = "class")]
    public string? ClassName { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>Chosen by the form, so that pressing twice makes one pile.</summary>
    [BindProperty]
    public Id<LetterRun> RunId { get; set; } = Id<LetterRun>.New();

    /// <summary>All that wait, whatever is looked for.</summary>
    public int Waiting { get; private set; }

    /// <summary>Those that fit what is looked for.</summary>
    public int Fitting { get; private set; }

    public IReadOnlyList<LettersOfAClass> Classes { get; private set; } = [];

    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    /// <summary>What came out empty, for a person to look at.</summary>
    public IReadOnlyList<LetterLine> Empty { get; private set; } = [];

    public IReadOnlyList<LetterRunLine> Runs { get; private set; } = [];

    public IEnumerable<LetterRunLine> Printed => Runs.Where(r => r.Printed > 0);

    public IEnumerable<LetterRunLine> Posted => Runs.Where(r => r.Printed == 0);

    public LetterFilter Filter => new(Text.Tidy(ClassName), Text.Tidy(Name));

    public bool IsFiltered => Filter != new LetterFilter();

    public LocalDate Today => day.Today;

    protected override string Place => ToTellView.Letters;

    public int Pages => Math.Clamp((Fitting + LettersToPost.PageSize - 1) / LettersToPost.PageSize, 1, MostPages);

    public string NextInWords => Fitting switch
    {
        1 => "Make it ready to print",
        <= LetterRun.Most => $"Make all {Fitting} ready to print",
        _ => $"Make the first {LetterRun.Most} ready to print"
    };

    public static string Count(int letters) => letters == 1 ? "1 letter" : $"{letters} letters";

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (!(await letters.PrepareAsync(RunId, Filter, cancel)).Allowed(out var run, out var refusal))
        {
            ModelState.AddModelError("", refusal.Sentence);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(cancel);
            return Page();
        }

        return Redirect($"/telling/letters/{run}");
    }

    /// <summary>Of one that came out empty.</summary>
    public async Task<IActionResult> OnPostNothingAsync(Id<Dispatch> dispatch, CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (await letters.NothingToTellAsync(dispatch, cancel) is { } name)
        {
            TempData.Say($"Kept: there is nothing to tell {name}. What the letter was about says “not told”.");
        }

        return Redirect(Place);
    }

    protected override async Task ShowAsync(CancellationToken cancel)
    {
        Classes = await letters.ClassesAsync(cancel);
        Waiting = Classes.Sum(c => c.Count);
        Fitting = IsFiltered ? await letters.CountAsync(Filter, cancel) : Waiting;
        Number = Math.Clamp(Number, 1, Pages);
        Lines = Fitting == 0 ? [] : await letters.ListAsync(Filter, Number, cancel);
        Empty = await letters.ListEmptyAsync(cancel);
        Runs = await letters.RunsAsync(cancel);
    }
}
