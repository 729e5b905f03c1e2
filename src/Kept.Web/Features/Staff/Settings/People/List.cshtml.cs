using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Everybody who works at the school; those who have left are apart.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class ListModel(SchoolRegister register, SchoolDay day) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "Name")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Role")]
    public StaffRole? Role { get; set; }

    /// <summary>Shows those who have left, and nobody else.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Left { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Name) || Role is not null;

    public IReadOnlyList<StaffRow> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles =>
        Enum.GetValues<StaffRole>().Select(role => new SelectListItem(RoleWords.Capital(role.InWords()), role.ToString()));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = day.Today;
        var people = register.People.AsNoTracking().Where(p => p.Kind == PersonKind.Staff);
        people = Left ? people.Where(p => p.LeftOn < today) : people.Where(p => p.LeftOn == null || p.LeftOn >= today);
        foreach (var word in Text.Key(Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            people = people.Where(p => p.NameKey.Contains(word));
        }

        if (Role is { } role)
        {
            people = people.Where(p => register.Roles.Any(r => r.PersonId == p.Id && r.Role == role));
        }

        Total = await people.CountAsync(cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Rows = await people
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(p => new StaffRow(
                p.Id, p.Name, p.Initials, p.Email, p.AccountId != null, p.LeftOn,
                register.Roles.Where(r => r.PersonId == p.Id).OrderBy(r => r.Role).Select(r => new RoleRow(r.Role, r.ClassName)).ToList()))
            .ToListAsync(cancel);
    }
}

public sealed record RoleRow(StaffRole Role, string? ClassName);

public sealed record StaffRow(
    Id<Person> Id, string Name, string? Initials, string? Email, bool MaySignIn, LocalDate? LeftOn, IReadOnlyList<RoleRow> Roles)
{
    public string RolesInWords => RoleWords.Of(Roles.Select(r => (r.Role, r.ClassName)));
}
