using System.ComponentModel.DataAnnotations;
using System.Globalization;
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

namespace Kept.Web.Features.Staff.Settings;

/// <summary>What the school decides about itself.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class SchoolModel(SchoolRegister register) : PageModel
{
    [BindProperty]
    public SchoolForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) =>
        Form = SchoolForm.Of(await register.Schools.AsNoTracking().SingleAsync(cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var settings = Form.Read();
        IReadOnlyList<Refusal> wrong = [.. settings.Wrong()];
        if (wrong.Count > 0)
        {
            return this.PageWith(wrong);
        }

        var school = await register.Schools.SingleAsync(cancel);
        if (await register.TrySaveAsync([school.Settle(settings).OrThrow()], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say("The school’s settings are saved.");
        return Redirect("/settings");
    }
}

public sealed class SchoolForm
{
    [Display(Name = "Name of the school")]
    public string? Name { get; set; }

    [Display(Name = "Closing time", Description = "What reaches the school later counts as received on the next working day. For example, 4pm or 16:30")]
    public string? ClosesAt { get; set; }

    [Display(Name = "INSET days count as working days", Description = "Leave this ticked if staff answer families on INSET days")]
    public bool InsetDaysAreWorkingDays { get; set; }

    [Display(Name = "Acknowledge a family within", Description = "Counted from the working day after it arrives. Use what the school’s own written procedure says")]
    public string? AcknowledgeWithinWorkingDays { get; set; }

    [Display(Name = "List an action as left alone after", Description = "Days in which nobody has done anything to it")]
    public string? DeadAfterDays { get; set; }

    [Display(Name = "Families are sent nothing after", Description = "In the evening: what happens later is told in the morning. For example, 7pm")]
    public string? QuietFrom { get; set; }

    [Display(Name = "And nothing before", Description = "In the morning. For example, 8am")]
    public string? QuietUntil { get; set; }

    public static SchoolForm Of(School school) => new()
    {
        Name = school.Name,
        ClosesAt = school.ClosesAt.InWords(),
        InsetDaysAreWorkingDays = school.InsetDaysAreWorkingDays,
        AcknowledgeWithinWorkingDays = school.AcknowledgeWithinWorkingDays.ToString(CultureInfo.InvariantCulture),
        DeadAfterDays = school.DeadAfterDays.ToString(CultureInfo.InvariantCulture),
        QuietFrom = school.QuietFrom.InWords(),
        QuietUntil = school.QuietUntil.InWords()
    };

    /// <summary>What was typed as a number or a time that is none is as wrong as zero, and is told so by the same sentence.</summary>
    public SchoolSettings Read() => new(
        Name,
        Time(ClosesAt, unread: LocalTime.Midnight),
        InsetDaysAreWorkingDays,
        Number(AcknowledgeWithinWorkingDays),
        Number(DeadAfterDays),
        Time(QuietFrom, unread: LocalTime.Midnight),
        Time(QuietUntil, unread: LocalTime.MaxValue));

    private static LocalTime Time(string? typed, LocalTime unread) => WrittenTime.Read(typed) ?? unread;

    private static int Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
