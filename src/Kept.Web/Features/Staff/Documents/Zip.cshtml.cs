using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>The ticked documents, or all that a list shows, as a ZIP with an index.</summary>
[Authorize(Policies.Export)]
public sealed class ZipModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private const int Most = 2000;

    /// <param name="ticked">Where the boxes are that were to be ticked; nothing where all that a list shows is asked for.</param>
    public IActionResult OnGet(string? ticked)
    {
        if (ticked is not null && Request.Query["id"].Count == 0)
        {
            return Redirect(TickedNone.Back(ticked, Request.Query, TempData));
        }

        var filter = DocumentFilter.Read(name => Request.Query[name]);
        var ids = Request.Query["id"].Take(Most).Select(id => Id<Document>.TryParse(id, null, out var read) ? read : default).ToArray();
        var documents = ids.Length > 0 ? record.Documents.Where(d => ids.Contains(d.Id)) : filter.InOrder(record, day.Today);
        return new ZipResult(record, documents.OrderBy(d => d.DatedOn).ThenBy(d => d.Id).Take(Most), day.Today);
    }
}
