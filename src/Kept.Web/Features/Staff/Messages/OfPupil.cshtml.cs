using Kept.Domain.Access;
using Kept.Store;
using Kept.Store.Messages;
using Kept.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>The threads about one pupil, with every carer.</summary>
public sealed class OfPupilModel(VisibleRecord record, SchoolDay day, Reads reads) : MessagesPageModel(record, day)
{
    public IReadOnlyList<ThreadRow> Threads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel))
        {
            return NotFound();
        }

        Threads = await Record.ThreadsOfAsync(PupilId, carer: null, cancel);
        reads.Opened(Viewer, PupilId, "messages", Day.Now);
        return Page();
    }

    public ThreadView View(ThreadRow row) => new(row, Day, Viewer.PersonId, ShowsPupil: false);
}
