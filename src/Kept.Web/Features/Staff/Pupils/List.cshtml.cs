using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils;

/// <summary>Every pupil whom the viewer may see, by name; those with SEN support or a plan unless more is asked for.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class ListModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private const int PageSize = 50;
    private const int LastPage = 200;
    private const int MostClasses = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "Name, first letter or UPN")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "class")]
    [Display(Name = "Class")]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    [Display(Name = "Year")]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "sen")]
    [Display(Name = "Provision")]
    public Support? Provision { get; set; }

    public PupilFilter Filter => new(Text.Tidy(Name), Text.Tidy(Class), Text.Tidy(Year), Provision);

    /// <summary>The page before, or after, which this one stands: the names that the pager gives.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "after")]
    public int After { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "before")]
    public int? Before { get; set; }

    public int Number => Math.Clamp(Before is { } page ? page - 1 : After, 0, LastPage);

    public LocalDate Today => day.Today;

    public IReadOnlyList<PupilRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>For the pager; null where there is none.</summary>
    public int? PageBefore => Number > 0 ? Number : null;

    public int? PageAfter => HasMore ? Number + 1 : null;

    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    public IEnumerable<SelectListItem> Years => YearGroups.All.Select(year => new SelectListItem(YearGroups.InWords(year), year));

    public static IReadOnlyList<SelectListItem> Provisions { get; } =
    [
        new("SEN support and EHC plans", ""), new("SEN support", nameof(Support.Support)), new("EHC plan", nameof(Support.Plan)),
        new("No SEN", nameof(Support.None)), new("Everybody", nameof(Support.Everybody))
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // A whole UPN leaves the address at once.
        if (Upn.Read(Name).Allowed(out var upn, out _) && await record.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == upn, cancel) is { } meant)
        {
            return Redirect($"/pupils/{meant.Id}");
        }

        var rows = await Filter.Of(record.Pupils.AsNoTracking().Where(p => p.LeftOn == null || p.LeftOn >= Today))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Skip(Number * PageSize).Take(PageSize + 1)
            .Select(p => new PupilRow(
                p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName, p.YearGroup, p.Provision,
                record.Actions.Count(a => a.PupilId == p.Id && (a.Status == ActionStatus.Open || a.Status == ActionStatus.InProgress)),
                record.Actions.Count(a => a.PupilId == p.Id && (a.Status == ActionStatus.Open || a.Status == ActionStatus.InProgress) && a.DueOn < Today),
                record.Entries.Where(e => e.PupilId == p.Id).OrderByDescending(e => e.HappenedOn).Select(e => (LocalDate?)e.HappenedOn).FirstOrDefault()))
            .ToListAsync(cancel);
        HasMore = rows.Count > PageSize && Number < LastPage;
        Rows = [.. rows.Take(PageSize)];
        var classes = await record.Pupils.AsNoTracking().Where(p => p.ClassName != null && (p.LeftOn == null || p.LeftOn >= Today))
            .Select(p => p.ClassName!).Distinct().OrderBy(c => c).Take(MostClasses).ToListAsync(cancel);
        Classes = [.. classes.Select(c => new SelectListItem(c, c))];
        return Page();
    }
}

public sealed record PupilRow(
    Id<Pupil> Id,
    string GivenName,
    string FamilyName,
    string? ClassName,
    string YearGroup,
    SenProvision Provision,
    int OpenActions,
    int LateActions,
    LocalDate? LastContact)
{
    public string Name => $"{FamilyName}, {GivenName}";

    public string YearInWords => YearGroups.InWords(YearGroup);
}
