using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Staff.Pupils.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>Writes down what a court has ordered; what it takes from a carer holds at once.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class AddModel(VisibleRecord record, SchoolDay day, IClock clock) : KnownCarerPageModel(record), IHasOrderForm
{
    [BindProperty]
    public OrderForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "I have read the order itself")]
    public bool HaveRead { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        Form = Tie.Restriction is not ContactRestriction.None && (await Record.OrdersAsync(PupilId, CarerId, cancel)).Count == 0 ? OrderForm.Of(Tie) : new OrderForm { Read = Tie.OrdersVersion };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        var orders = await Record.OrdersAsync(PupilId, CarerId, cancel);
        if (orders.Any(o => o.Id == Form.Key))
        {
            return Redirect(OrderLinks.All(PupilId, CarerId));
        }

        if (orders.Count == CourtOrder.MostOfOneCarer)
        {
            return this.PageWith(new Refusal($"{CourtOrder.MostOfOneCarer} orders about {Carer.Name} stand here already: put one of them right"));
        }

        if (Form.ChangedMeanwhile(Tie) is { } changed)
        {
            return this.PageWith(changed);
        }

        if (!Form.Details(day.Today).Allowed(out var details, out var refusal)
            || !CourtOrder.Record(Form.Key, Tie, details, Viewer.PersonId, clock.GetCurrentInstant()).Allowed(out var order, out refusal))
        {
            return this.PageWith(refusal);
        }

        if (HaveRead)
        {
            order.WasSeen(Viewer.PersonId, day.Today, day.Today).OrThrow();
        }

        List<CourtOrder> written = [.. orders.Count == 0 ? CourtOrder.Behind(Tie, order.Reference, day.Today, Viewer.PersonId, clock.GetCurrentInstant()) : [], order];
        foreach (var one in written)
        {
            Record.Add(one);
        }

        var followed = Tie.Follow([.. orders, .. written], day.Today);
        if (await Record.SaveAsync([.. written.Select(o => new CourtOrderRecorded(PupilId, CarerId, o.Id)), followed], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say(Tie.IsRestrictedOn(day.Today)
            ? $"The order is saved. Staff see it before {Carer.Name}’s contact details, and Kept tells {Carer.Name} nothing more."
            : "The order is saved.");
        return Redirect(OrderLinks.All(PupilId, CarerId));
    }
}
