using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Import;

/// <summary>What can be brought in; and, after an import, the rows that were left out of it.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class IndexModel(SchoolRegister register, StaffViewer viewer, Uploads uploads) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "left-out")]
    public string? LeftOut { get; set; }

    public int Pupils { get; private set; }

    public int Staff { get; private set; }

    public bool MayLog => viewer.Sight.MayLog;

    public bool MayTakeIn => viewer.Sight.MayTakeIn;

    public string? SkippedLink { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Pupils = await register.Pupils.CountAsync(p => p.LeftOn == null, cancel);
        Staff = await register.People.CountAsync(p => p.Kind == PersonKind.Staff && p.LeftOn == null, cancel);
        if (uploads.Find(LeftOut, viewer.PersonId.Value) is { } upload && System.IO.File.Exists(upload.SkippedPath))
        {
            SkippedLink = ImportLinks.LeftOut(upload);
        }
    }

    /// <summary>After a day they are gone, and for anybody else they never were.</summary>
    public IActionResult OnGetRows() =>
        uploads.Find(LeftOut, viewer.PersonId.Value) is { } upload && System.IO.File.Exists(upload.SkippedPath)
            ? PhysicalFile(upload.SkippedPath, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(upload.Name)} left out.csv")
            : Redirect("/import");
}
