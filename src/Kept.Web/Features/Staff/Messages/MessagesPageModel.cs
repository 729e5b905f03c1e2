using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>A page about one pupil’s messages.</summary>
[Authorize(Policies.Messages)]
public abstract class MessagesPageModel(VisibleRecord record, SchoolDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    public string PupilName { get; private set; } = "";

    public SchoolDay Day => day;

    protected VisibleRecord Record => record;

    protected StaffViewer Viewer => (StaffViewer)record.Viewer;

    protected async Task<bool> FindPupilAsync(CancellationToken cancel)
    {
        if (await record.Pupils.Where(p => p.Id == PupilId).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefaultAsync(cancel) is not { } name)
        {
            return false;
        }

        PupilName = name;
        return true;
    }
}
