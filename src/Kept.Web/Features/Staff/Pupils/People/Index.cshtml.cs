using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>The people around one pupil: carers with all that ties them, and the staff who are key adults.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, SchoolRegister register, StaffViewer viewer, SchoolDay day) : PageModel
{
    private const int MostStaff = 1000;

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    [BindProperty]
    [Display(Name = "Member of staff")]
    public Id<Person>? Adult { get; set; }

    public string PupilName { get; private set; } = "";

    public LocalDate Today => day.Today;

    /// <summary>Old enough to decide for themselves, or already said to.</summary>
    public bool IsLed { get; private set; }

    public bool MayChange => viewer.Sight.MayChangeTies;

    public bool MayChangePreferences => viewer.Sight.MayKeepWishes;

    public IReadOnlyList<CarerView> Carers { get; private set; } = [];

    public IReadOnlyList<KeyAdultView> KeyAdults { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAdultAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        if (Adult is not { } id || Staff.All(s => s.Value != id.ToString()))
        {
            ModelState.Remove(nameof(Adult));
            ModelState.AddModelError(nameof(Adult), "Choose a member of staff");
            return this.PageWithErrors();
        }

        record.Add(new KeyAdult { Id = Id<KeyAdult>.New(), SchoolId = viewer.SchoolId, PupilId = PupilId, PersonId = id, Since = Today });
        return await SavedAsync($"{Staff.First(s => s.Value == id.ToString()).Text} is now a key adult of {PupilName}.", cancel);
    }

    public async Task<IActionResult> OnPostRemoveAdultAsync(Id<KeyAdult> keyAdult, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        if (await record.KeyAdults.SingleOrDefaultAsync(a => a.Id == keyAdult && a.PupilId == PupilId, cancel) is not { } adult)
        {
            return NotFound();
        }

        register.Remove(adult);
        return await SavedAsync($"{KeyAdults.First(k => k.Id == keyAdult).Name} is no longer a key adult of {PupilName}.", cancel);
    }

    private async Task<IActionResult> SavedAsync(string sentence, CancellationToken cancel)
    {
        if (await record.SaveAsync(new KeyAdultsChanged(PupilId), cancel) is { } refusal)
        {
            return this.PageWith(refusal);
        }

        TempData.Say(sentence);
        return Redirect(PupilPeopleLinks.People(PupilId));
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (await record.NameAsync(PupilId, cancel) is not { } name)
        {
            return false;
        }

        PupilName = name;
        var pupil = await record.Pupils.AsNoTracking().SingleAsync(p => p.Id == PupilId, cancel);
        IsLed = pupil.LeadDecidedOn is not null || pupil.AsksWhoDecidesOn(Today, day.School.Nation);
        Carers = await record.CarersAsync(PupilId, cancel);
        KeyAdults = await record.KeyAdultsAsync(PupilId, cancel);
        if (MayChange)
        {
            var already = KeyAdults.Select(k => k.PersonId).ToList();
            Staff = [.. (await record.People.AsNoTracking()
                .Where(p => p.Kind == PersonKind.Staff && (p.LeftOn == null || p.LeftOn >= Today) && !already.Contains(p.Id))
                .OrderBy(p => p.NameKey).Take(MostStaff)
                .Select(p => new { p.Id, p.Name })
                .ToListAsync(cancel))
                .Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        }

        return true;
    }
}
