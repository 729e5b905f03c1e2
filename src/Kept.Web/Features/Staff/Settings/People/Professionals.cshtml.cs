using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Named people from outside the school who can own an action.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class ProfessionalsModel(SchoolRegister register) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "Name")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public IReadOnlyList<ProfessionalRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = register.People.AsNoTracking().Where(p => p.Kind == PersonKind.Professional);
        foreach (var word in Text.Key(Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            people = people.Where(p => p.NameKey.Contains(word));
        }

        Total = await people.CountAsync(cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Rows = await people
            .OrderBy(p => p.LeftOn != null).ThenBy(p => p.NameKey).ThenBy(p => p.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(p => new ProfessionalRow(p.Id, p.Name, p.Job, p.Email, p.Phone, p.LeftOn))
            .ToListAsync(cancel);
    }
}

public sealed record ProfessionalRow(Id<Person> Id, string Name, string? Job, string? Email, string? Phone, LocalDate? LeftOn);
