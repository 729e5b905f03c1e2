using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Today;

public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
