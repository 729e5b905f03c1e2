using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Settings;

/// <summary>What a school can settle, with how it stands now.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class IndexModel(SchoolRegister register, SchoolDay day) : PageModel
{
    public SettingsNow Now { get; private set; } = null!;

    public string CalendarState
    {
        get
        {
            var year = AcademicYear.Of(day.Today);
            var terms = day.Calendar.Terms.Count(t => year.Contains(t.From));
            return terms == 0 ? $"No terms for {year} yet" : $"{terms} {(terms == 1 ? "term" : "terms")} in {year}";
        }
    }

    public string QuestionsState => Now.Questions == 0 ? "The four of Kept" : $"{Now.Questions} asked";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = day.Today;
        var here = register.People.Where(p => p.LeftOn == null || p.LeftOn >= today);
        Now = await register.Schools.AsNoTracking()
            .Select(school => new SettingsNow(
                school.Name,
                school.AcknowledgeWithinWorkingDays,
                here.Count(p => p.Kind == PersonKind.Staff),
                here.Count(p => p.Kind == PersonKind.Professional),
                register.Pupils.Count(p => p.LeftOn == null || p.LeftOn >= today),
                register.Questions.Count(q => q.Place != null && !q.IsHidden)))
            .SingleAsync(cancel);
    }
}

public sealed record SettingsNow(string SchoolName, int AcknowledgeWithinWorkingDays, int Staff, int Professionals, int Pupils, int Questions);
