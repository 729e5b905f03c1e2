using Kept.Domain.Access;
using Kept.Store;
using Kept.Store.Messages;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>All threads that are open: which family waits, for whom, and by when it was promised an answer.</summary>
[Authorize(Policies.Messages)]
public sealed class ListModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    /// <summary>"mine" or "all"; else as the viewer’s role begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true, Name = "closed")]
    public bool ShowsClosed { get; set; }

    public OpenThreads Open { get; private set; } = new([], [], IsCut: false);

    public IReadOnlyList<ThreadRow> Closed { get; private set; } = [];

    public bool Everybodys => Components.Whose.IsEverybodys(Whose, viewer);

    public string WhoseWord => Everybodys ? "all" : "mine";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Open = await record.OpenThreadsAsync(!Everybodys, cancel);
        if (ShowsClosed)
        {
            Closed = await record.ClosedThreadsAsync(!Everybodys, cancel);
        }
    }

    public bool IsLate(ThreadRow row) => row.Standing.IsLateOn(day.Today, day.Calendar, day.School);

    public ThreadView View(ThreadRow row) => new(row, day, viewer.PersonId);
}
