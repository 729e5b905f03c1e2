using Kept.Domain;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Staff.Pupils.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>What courts have ordered about one carer and one child: what, from when until when, and who has read it.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class IndexModel(VisibleRecord record, SchoolDay day) : KnownCarerPageModel(record)
{
    private Dictionary<Id<Person>, string> names = [];

    public LocalDate Today => day.Today;

    public IReadOnlyList<CourtOrder> Orders { get; private set; } = [];

    /// <summary>A restriction that was written down before orders were kept, or came with an import.</summary>
    public bool HasNoOrderBehindIt => Tie.Restriction is not ContactRestriction.None && Orders.Count == 0;

    public string NameOf(Id<Person>? person) => person is { } id && names.TryGetValue(id, out var name) ? name : "somebody who has left";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ?? Page();

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is { } no)
        {
            return no;
        }

        if (!HasNoOrderBehindIt)
        {
            return Redirect(OrderLinks.All(PupilId, CarerId));
        }

        if (await Record.SaveAsync(Tie.Follow([], day.Today), cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"{Carer.Name} may be told like any other carer.");
        return Redirect(OrderLinks.All(PupilId, CarerId));
    }

    private async Task<IActionResult?> ShowAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        Orders = await Record.OrdersAsync(PupilId, CarerId, cancel);
        var readers = Orders.Select(o => o.SeenById).OfType<Id<Person>>().Distinct().ToList();
        names = await Record.People.AsNoTracking().Where(p => readers.Contains(p.Id)).Take(CourtOrder.MostOfOneCarer).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return null;
    }
}
