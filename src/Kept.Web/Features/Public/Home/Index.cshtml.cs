using Kept.Web.Access;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.Home;

/// <summary>The bare address leads to where the day begins.</summary>
public sealed class IndexModel(KeptAppOptions options, CurrentVisit visit) : PageModel
{
    public IActionResult OnGet() => Redirect(visit.IsSignedIn ? "/today" : options.IsDemo ? "/demo/sign-in" : "/sign-in");
}
