using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>A school year as a list by term, with a month overview and what the clock makes of it.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class IndexModel(SchoolRegister register, SchoolDay day) : PageModel
{
    private const string RemovedKey = "Kept.Calendar.Removed";

    /// <summary>The calendar year in which the shown school year starts; null for the present one.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Starts { get; set; }

    public AcademicYear Year => Starts is >= 2000 and <= 2100 and var starts ? new AcademicYear(starts) : AcademicYear.Of(day.Today);

    public YearView View { get; private set; } = null!;

    /// <summary>A year that has its own terms is not offered another's.</summary>
    public bool MayCopyForward => View.HasTerms && !day.Calendar.Terms.Any(t => Year.Next.Contains(t.From));

    public ReplyExample Clock { get; private set; } = null!;

    public IReadOnlyList<CalendarPeriod> MissingBankHolidays { get; private set; } = [];

    /// <summary>What was removed a moment ago, while it can still be put back with one press.</summary>
    public CalendarForm? Removed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (TempData[RemovedKey] is string removed)
        {
            Removed = JsonSerializer.Deserialize<CalendarForm>(removed);
        }

        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Id<CalendarEntry> entry, CancellationToken cancel)
    {
        var calendar = await CalendarBook.OpenAsync(register, cancel);
        if (calendar.Find(entry) is not { } row)
        {
            return NotFound();
        }

        var period = row.Period;
        var refused = calendar.Remove(row, out var happened) ?? await register.TrySaveAsync([happened!], cancel);
        if (refused is not null)
        {
            ModelState.AddModelError("", refused.Sentence);
            await ShowAsync(cancel);
            return this.PageWithErrors();
        }

        TempData[RemovedKey] = JsonSerializer.Serialize(CalendarForm.Of(period));
        return Redirect(CalendarLinks.Year(AcademicYear.Of(period.From)));
    }

    /// <summary>Puts back what was removed, by the same rules as adding it.</summary>
    public async Task<IActionResult> OnPostPutBackAsync([FromForm] CalendarForm form, CancellationToken cancel)
    {
        var calendar = await CalendarBook.OpenAsync(register, cancel);
        if (!form.Read(register.SchoolId, Year).Allowed(out var entry, out var refused))
        {
            return NotFound();
        }

        refused = calendar.Add(entry, null, out var happened) ?? await register.TrySaveAsync([happened!], cancel);
        if (refused is not null)
        {
            ModelState.AddModelError("", refused.Sentence);
            await ShowAsync(cancel);
            return this.PageWithErrors();
        }

        TempData.Say($"{CalendarRules.Described(entry.Period)} is back in the calendar.");
        return Redirect(CalendarLinks.Year(AcademicYear.Of(entry.From)));
    }

    public async Task<IActionResult> OnPostBankHolidaysAsync(CancellationToken cancel)
    {
        var calendar = await CalendarBook.OpenAsync(register, cancel);
        var missing = calendar.MissingBankHolidays(Year);
        if (calendar.AddAll(missing) is { } happened && await register.TrySaveAsync([happened], cancel) is { } refused)
        {
            ModelState.AddModelError("", refused.Sentence);
            await ShowAsync(cancel);
            return this.PageWithErrors();
        }

        TempData.Say(missing.Count == 1 ? "1 bank holiday is added." : $"{missing.Count} bank holidays are added.");
        return Redirect(CalendarLinks.Year(Year));
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var year = Year;
        var (from, to) = (year.From, year.To);
        var entries = await register.Calendar.AsNoTracking()
            .Where(e => e.From <= to && e.To >= from)
            .OrderBy(e => e.From).ThenBy(e => e.Kind)
            .Take(CalendarBook.MostPeriods)
            .ToListAsync(cancel);
        View = new YearView(year, entries, day);
        Clock = ReplyExample.Of(day);
        MissingBankHolidays = CalendarBook.Missing(year, day.School.Nation, [.. entries.Select(e => e.Period)]);
    }
}
