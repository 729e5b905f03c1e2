using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Store.Telling;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>What one carer says of one part of a plan, and the school's answer: only that takes it off the day's list (rule 13).</summary>
[Authorize(Policies.Messages)]
public sealed class ViewModel(VisibleRecord record, TellingRegister telling, SchoolDay day, Reads reads) : PlanPageModel(record, day)
{
    [BindProperty(SupportsGet = true)]
    public Id<PlanView> ViewId { get; set; }

    [BindProperty]
    public PlanViewForm Form { get; set; } = new();

    public PlanViewRow Row { get; private set; } = null!;

    /// <summary>The part as the carer read it.</summary>
    public PlanPart? Part { get; private set; }

    /// <summary>How this carer was told that there is an answer, and whether they opened it (rule 10).</summary>
    public IReadOnlyList<ToldLine> Told { get; private set; } = [];

    public FamilySays Says { get; private set; } = FamilySays.Nothing;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Told = Row.View.AnsweredAt is null ? [] : await telling.OfAsync(ViewId.Value, cancel);
        reads.Opened(Viewer, PupilId, "plan", Day.Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!Row.MayBeTold)
        {
            return this.PageWith(new Refusal("They may not be told: read why on the pupil’s people. Nothing can be answered here"));
        }

        var view = await Record.PlanViews.FirstAsync(v => v.Id == ViewId, cancel);
        if (!view.TakeAnswer(Form.Answer, Viewer.PersonId, Day.Now).Allowed(out var answered, out var refused))
        {
            return this.PageWith(refused);
        }

        if (await Record.SaveAsync(answered, cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"Answered. {Row.CarerName} can read it.");
        return Redirect(PlanLinks.Version(PupilId, view.PlanId, view.Number));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel) || await Record.ViewAsync(ViewId, cancel) is not { } row || row.View.PupilId != PupilId)
        {
            return false;
        }

        Row = row;
        var content = await Record.PlanVersions.Where(v => v.PlanId == row.View.PlanId && v.Number == row.View.Number).Select(v => v.Content).FirstAsync(cancel);
        Part = PlanParts.Of(content).FirstOrDefault(part => part.Key == row.View.Part);
        var into = await Record.TranslationsOfAsync(new[] { Texts.Of(row.View) }.OfType<WrittenText>(), WrittenText.English, cancel);
        Says = new FamilySays([row], into, row.View.Number, Day.Today, MayAnswer: false);
        return true;
    }
}

public sealed class PlanViewForm
{
    [Display(Name = "Your answer", Description = "A short one is enough: what you think of it, and what you will do")]
    public string? Answer { get; set; }
}
