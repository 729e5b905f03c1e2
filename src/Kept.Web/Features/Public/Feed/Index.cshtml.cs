using Kept.Store.Views;
using Kept.Web.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Public.Feed;

/// <summary>Somebody's own dates, for their calendar programme, which cannot sign in: the address is the secret.</summary>
public sealed class IndexModel(CalendarFeeds feeds, IClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await feeds.ReadAsync(token, cancel) is not { } dates)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return Content(ICalendarFile.Write($"Kept, {dates.School}", dates.Rows, $"{Request.Scheme}://{Request.Host}", clock.GetCurrentInstant()), ICalendarFile.ContentType);
    }
}
