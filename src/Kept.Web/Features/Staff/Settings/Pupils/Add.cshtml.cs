using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Pupils;

/// <summary>One pupil by hand: a child who came in the middle of the term.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class AddModel(SchoolRegister register, SchoolDay day) : PageModel
{
    private const int OldestYears = 26;

    [BindProperty]
    public PupilForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Years => YearGroups.All.Select(year => new SelectListItem(YearGroups.InWords(year), year));

    public IEnumerable<Choice> Provisions => Enum.GetValues<SenProvision>().Select(p => new Choice(p.ToString(), p.InWords()));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var unborn = Form.Born.Read(day.Today, OldestYears).Allowed(out var born, out var refusal) ? null : refusal.About(nameof(PupilForm.Born));
        var details = Form.Details(born);
        IReadOnlyList<Refusal> wrong = [.. Pupil.WrongToEnrol(details), .. unborn is null ? Array.Empty<Refusal>() : [unborn]];
        if (wrong.Count > 0)
        {
            return this.PageWith(wrong);
        }

        var pupil = Pupil.Enrol(register.SchoolId, details).OrThrow();

        if (await register.Pupils.AsNoTracking().SingleOrDefaultAsync(p => p.Upn == pupil.Upn, cancel) is { } already)
        {
            return this.PageWith(new Refusal($"{already.Name} has this UPN and is on the roll already", nameof(PupilForm.Upn)));
        }

        register.Add(pupil);
        await register.SaveAsync(new PupilEnrolled(pupil.Id), cancel);
        TempData.Say($"{pupil.Name} is on the roll.");
        return Redirect("/settings");
    }
}

public sealed class PupilForm
{
    [Display(Name = "UPN", Description = "13 characters, such as A123456789012. The school’s own system has it")]
    public string? Upn { get; set; }

    [Display(Name = "Given name")]
    public string? GivenName { get; set; }

    [Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [Display(Name = "Preferred name", Description = "What the child is called, where it is another name")]
    public string? PreferredName { get; set; }

    [Display(Name = "Date of birth", Description = "For example, 27 3 2016")]
    public DateBoxes Born { get; set; } = new();

    [Display(Name = "Year group")]
    public string? YearGroup { get; set; }

    [Display(Name = "Class", Description = "For example, 5E")]
    [MaxLength(Pupil.ClassMaxLength, ErrorMessage = "The class must be 20 characters or fewer")]
    public string? ClassName { get; set; }

    [Display(Name = "SEN provision")]
    public SenProvision Provision { get; set; }

    public PupilDetails Details(LocalDate born) =>
        new(Upn ?? "", GivenName, FamilyName, PreferredName, born, YearGroup ?? "", ClassName, Provision, []);
}
