using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>One more period, or one in the place of another.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class AddModel(SchoolRegister register, SchoolDay day) : PageModel
{
    [BindProperty]
    public CalendarForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Starts { get; set; }

    /// <summary>The period that this one takes the place of.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<CalendarEntry>? Instead { get; set; }

    public bool IsChange => Instead is not null;

    public AcademicYear Year => Starts is >= 2000 and <= 2100 and var starts ? new AcademicYear(starts) : AcademicYear.Of(day.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Instead is { } id)
        {
            if (await register.Calendar.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } entry)
            {
                return NotFound();
            }

            Form = CalendarForm.Of(entry.Period);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Form.Read(register.SchoolId, Year).Allowed(out var entry, out var refused))
        {
            return this.PageWith(refused);
        }

        var calendar = await CalendarBook.OpenAsync(register, cancel);
        var instead = Instead is { } id ? calendar.Find(id) : null;
        if (IsChange && instead is null)
        {
            return this.PageWith(new Refusal("Somebody else has removed this meanwhile. Go back to the calendar and add it anew"));
        }

        refused = calendar.Add(entry, instead, out var happened) ?? await register.TrySaveAsync([happened!], cancel);
        if (refused is not null)
        {
            return this.PageWith(refused);
        }

        TempData.Say($"{CalendarRules.Described(entry.Period)} is {(IsChange ? "changed" : "added")}.");
        return Redirect(CalendarLinks.Year(AcademicYear.Of(entry.From)));
    }
}
