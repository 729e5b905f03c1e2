using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Export;
using Kept.Web.Access;
using Kept.Web.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Actions;

/// <summary>The action log as a file: exactly what its page shows under the same filters.</summary>
[Authorize(Policies.Export)]
public sealed class ExportModel(VisibleRecord record, SchoolDay day) : PageModel
{
    public IActionResult OnGet(string? format, CancellationToken cancel)
    {
        if (ExportFormat.Read(format ?? "csv") is not { } kind)
        {
            return NotFound();
        }

        var actions = ActionFilter.Read(name => Request.Query[name]).Of(record, day.Today);
        return new ExportResult(record.ActionLinesAsync(actions, cancel), kind, "actions", day.Today);
    }
}
