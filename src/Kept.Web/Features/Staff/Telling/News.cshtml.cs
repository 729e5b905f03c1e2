using Kept.Store.Telling;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>What the school has told many families.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class NewsModel(TellingRegister register, SchoolDay day) : PageModel
{
    public IReadOnlyList<NewsLine> Lines { get; private set; } = [];

    public LocalDate Today => day.Today;

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await register.NewsAsync(cancel);
}
