using Kept.Domain.Search;
using Kept.Store;
using Kept.Store.Search;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Log;

/// <summary>Whom three letters may mean, for the box that picks a pupil: <c>[{id, name, detail}]</c>.</summary>
[Authorize(Policies.Log)]
public sealed class PupilsModel(VisibleRecord record) : PageModel
{
    private const int Most = 10;

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel)
    {
        var found = SearchWords.Read(q) is { } words ? await record.FindPupilsAsync(words, Most, cancel) : [];
        return new JsonResult(found.Where(p => p.LeftOn is null).Select(p => new { id = p.Id.ToString(), name = p.Name, detail = p.Detail }));
    }
}
