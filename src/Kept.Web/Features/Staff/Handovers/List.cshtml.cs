using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Handovers;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Handovers;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>Handovers to read, and handovers given. Those who see every pupil see also who has not acknowledged theirs.</summary>
[Authorize(Policies.HandOver)]
public sealed class ListModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    public const int Most = 100;

    private const int MostOver = 20;

    public LocalDate Today => day.Today;

    public Id<Person> Me => viewer.PersonId;

    public bool SeesEverybodys => viewer.Sight.AllPupils;

    public bool MayTakeIn => viewer.Sight.MayTakeIn;

    public bool MayMoveUp => viewer.Sight is { MayRunSchool: true, AllPupils: true };

    public IReadOnlyList<HandoverRow> ToRead { get; private set; } = [];

    public IReadOnlyList<HandoverRow> Given { get; private set; } = [];

    public IReadOnlyList<HandoverRow> Others { get; private set; } = [];

    public IReadOnlyList<HandoverRow> Over { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = viewer.PersonId;
        var open = record.Handovers.Where(h => h.ClosedAt == null);
        var rows = await RowsAsync((SeesEverybodys ? open : open.Where(h => h.ToId == me || h.FromId == me)).OrderBy(h => h.GivenAt).ThenBy(h => h.Id).Take(Most), cancel);
        ToRead = [.. rows.Where(r => r.ToId == me)];
        Given = [.. rows.Where(r => r.FromId == me)];
        Others = [.. rows.Where(r => r.FromId != me && r.ToId != me)];
        Over = [.. (await RowsAsync(record.Handovers
            .Where(h => h.ClosedAt != null && (h.ToId == me || h.FromId == me))
            .OrderByDescending(h => h.ClosedAt).ThenBy(h => h.Id)
            .Take(MostOver), cancel)).OrderByDescending(r => r.ClosedAt)];
    }

    private async Task<IReadOnlyList<HandoverRow>> RowsAsync(IQueryable<Handover> handovers, CancellationToken cancel) =>
        [.. (await record.Rows(handovers).ToListAsync(cancel)).OrderBy(r => r.GivenAt).ThenBy(r => r.Id)];
}
