using Kept.Store.Messages;
using Kept.Web.Access;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Messages;

/// <summary>A carer’s own threads with the school, about one child.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language) : MessagesPageModel(visit, language)
{
    public IReadOnlyList<ThreadRow> Threads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.Threads.AllAsync(cancel) is not { } threads)
        {
            return NotFound();
        }

        Threads = threads;
        return Page();
    }
}
