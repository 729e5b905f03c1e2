using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>One piece of news, and how far it has come.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class ProgressModel(TellingRegister register, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<News> NewsId { get; set; }

    public NewsLine Line { get; private set; } = null!;

    public NewsProgress Progress { get; private set; } = null!;

    public LocalDate Today => day.Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await register.NewsAsync(NewsId, cancel) is null)
        {
            return NotFound();
        }

        TempData.Say(await register.TakeBackAsync(NewsId, cancel) ? "Taken back: who had not been told is not told any more." : "Too late: it has gone out to everybody.");
        return Redirect($"/telling/news/{NewsId}");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await register.NewsAsync(NewsId, cancel) is not { } line)
        {
            return NotFound();
        }

        (Line, Progress) = (line, await register.ProgressAsync(NewsId, cancel));
        return Page();
    }
}
