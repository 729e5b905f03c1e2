using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A page about one carer of one pupil, or about a carer to be.</summary>
public abstract class CarerPageModel(VisibleRecord record) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    public string PupilName { get; protected set; } = "";

    protected VisibleRecord Record => record;

    protected StaffViewer Viewer => (StaffViewer)record.Viewer;

    protected async Task<bool> FindPupilAsync(CancellationToken cancel)
    {
        if (await record.NameAsync(PupilId, cancel) is not { } name)
        {
            return false;
        }

        PupilName = name;
        return true;
    }
}

/// <summary>A page about one carer who is there already.</summary>
public abstract class KnownCarerPageModel(VisibleRecord record) : CarerPageModel(record)
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> CarerId { get; set; }

    public Person Carer { get; private set; } = null!;

    public Relationship Tie { get; private set; } = null!;

    /// <summary>Null where the carer is found and the viewer may go on.</summary>
    protected async Task<IActionResult?> FindAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel) || await Record.TieAsync(PupilId, CarerId, cancel) is not { } found)
        {
            return NotFound();
        }

        (Carer, Tie) = found;
        return null;
    }
}
