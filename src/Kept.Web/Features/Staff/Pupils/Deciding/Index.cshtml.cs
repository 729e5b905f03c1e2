using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Staff.Pupils.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.Deciding;

/// <summary>From 16 the young person leads (rule 15): who decides, how the school knows, and which carers may be told.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, IClock clock) : PageModel
{
    private const int MostDecisions = 20;

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    [BindProperty]
    public DecidesForm Form { get; set; } = new();

    public Pupil Pupil { get; private set; } = null!;

    public IReadOnlyList<CarerView> Carers { get; private set; } = [];

    public IReadOnlyList<DecisionView> Decided { get; private set; } = [];

    public LocalDate Today => day.Today;

    public bool MayChange => viewer.Sight.MayChangeTies;

    /// <summary>Null where the date of birth is not known.</summary>
    public LocalDate? LeadsFrom => Pupil.LeadsFrom(day.School.Nation);

    public bool IsOldEnough => !(LeadsFrom > Today);

    public bool IsHeld => Pupil.AsksWhoDecidesOn(Today, day.School.Nation);

    public IEnumerable<SelectListItem> Representatives => Carers.Where(c => !c.IsRestrictedOn(Today)).Select(c => new SelectListItem($"{c.Carer.Name}, {c.Tie.Kind}", c.Carer.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        Form.Told = [.. Carers.Where(c => !c.Tie.YoungPersonSaysNo).Select(c => c.Carer.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        if (Decided.Any(d => d.Decision.Id == Form.Key))
        {
            return Redirect($"/pupils/{PupilId}");
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        var pupil = await record.Pupils.SingleAsync(p => p.Id == PupilId, cancel);
        var ties = await record.Relationships.Where(t => t.PupilId == PupilId).OrderBy(t => t.Id).Take(TiesOf.MostCarers).ToListAsync(cancel);
        var on = WrittenDate.Read(Form.DecidedOn, Today.PlusYears(-1).PlusDays(1));
        var representative = ties.Find(t => t.CarerId == Form.RepresentativeId);
        if (!WhoDecides.Record(Form.Key, pupil, Form.Decider!.Value, representative, Form.Evidence, on, Today, day.School.Nation, viewer.PersonId, clock.GetCurrentInstant()).Allowed(out var decision, out var refusal))
        {
            return this.PageWith(refusal);
        }

        record.Add(decision);
        if (await record.SaveAsync([new WhoDecidesRecorded(PupilId, decision.Id), .. decision.Heed(ties, Form.Told)], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say("Who decides is saved. What waited for it is sent to those who may be told.");
        return Redirect($"/pupils/{PupilId}");
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (await record.Pupils.AsNoTracking().SingleOrDefaultAsync(p => p.Id == PupilId, cancel) is not { } pupil)
        {
            return false;
        }

        Pupil = pupil;
        Carers = await record.CarersAsync(PupilId, cancel);
        var rows = await record.WhoDecides.AsNoTracking().Where(d => d.PupilId == PupilId)
            .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(MostDecisions)
            .Join(record.People, d => d.ById, p => p.Id, (d, p) => new { Decision = d, By = p.Name })
            .ToListAsync(cancel);
        Decided = [.. rows.OrderByDescending(r => r.Decision.At).Select(r => new DecisionView(r.Decision, r.By, Carers.FirstOrDefault(c => c.Carer.Id == r.Decision.RepresentativeId)?.Carer.Name))];
        return true;
    }
}

/// <summary>What was written down of who decides.</summary>
/// <param name="Representative">Null where the young person decides.</param>
public sealed record DecisionView(WhoDecides Decision, string By, string? Representative);
