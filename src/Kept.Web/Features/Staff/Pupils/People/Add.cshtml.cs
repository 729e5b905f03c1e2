using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A carer of this pupil: somebody new, or the carer of another pupil of the school.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class AddModel(VisibleRecord record) : CarerPageModel(record)
{
    private const int MostAlike = 10;

    /// <summary>The answer that says that nobody listed is meant.</summary>
    public const string Nobody = "nobody";

    [BindProperty]
    public CarerForm Form { get; set; } = new();

    /// <summary>Which of those with the same name is meant; null until it has been asked.</summary>
    [BindProperty]
    [Display(Name = "Is it one of these?")]
    public string? Same { get; set; }

    public IReadOnlyList<Choice> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindPupilAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (!Person.Named(Viewer.SchoolId, PersonKind.Carer, Form.Title, Form.GivenName, Form.FamilyName).Allowed(out var named, out var refusal))
        {
            return this.PageWith(refusal);
        }

        Alike = await AlikeAsync(named, cancel);
        if (Alike.Count > 1 && Alike.All(a => a.Value != Same))
        {
            ModelState.AddModelError(nameof(Same), "Say whether this is somebody whom the school knows already");
            return this.PageWithErrors();
        }

        return await TieAsync(named, cancel);
    }

    private async Task<IActionResult> TieAsync(Person named, CancellationToken cancel)
    {
        List<ILedgerEvent> happened = [];
        var carer = Id<Person>.TryParse(Same, null, out var same) ? await Record.People.SingleOrDefaultAsync(p => p.Id == same, cancel) : null;
        if (carer is null)
        {
            named.Describe(null, Form.Email, Form.Phone, null);
            Record.Add(named);
            happened.Add(new PersonAdded(named.Id));
            carer = named;
        }

        var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = Viewer.SchoolId, PupilId = PupilId, CarerId = carer.Id, Kind = "" };
        if (!tie.Describe(Form.Details).Allowed(out var changed, out var refusal))
        {
            return this.PageWith(refusal);
        }

        tie.BeginFor(await Record.Pupils.AsNoTracking().SingleAsync(p => p.Id == PupilId, cancel));
        Record.Add(tie);
        happened.Add(changed);
        if (await Record.SaveAsync(happened, cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"{carer.Name} is added. Check how they want to be contacted.");
        return Redirect(PupilPeopleLinks.Preferences(PupilId, carer.Id));
    }

    /// <summary>Carers of the same name who are not this pupil's: a brother's mother must not become two people.</summary>
    private async Task<IReadOnlyList<Choice>> AlikeAsync(Person named, CancellationToken cancel)
    {
        var key = named.NameKey;
        var rows = await Record.People.AsNoTracking()
            .Where(p => p.Kind == PersonKind.Carer && p.NameKey == key)
            .Where(p => !Record.Relationships.Any(t => t.CarerId == p.Id && t.PupilId == PupilId))
            .OrderBy(p => p.Id).Take(MostAlike)
            .Select(p => new
            {
                p.Id,
                p.Name,
                Of = Record.Relationships.Where(t => t.CarerId == p.Id)
                    .Join(Record.Pupils, t => t.PupilId, c => c.Id, (t, c) => t.Kind + " of " + (c.PreferredName ?? c.GivenName) + " " + c.FamilyName)
                    .ToList()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(r => new Choice(r.Id.ToString(), $"{r.Name}, {string.Join(", ", r.Of)}")), new Choice(Nobody, "No, somebody else of the same name")];
    }
}
