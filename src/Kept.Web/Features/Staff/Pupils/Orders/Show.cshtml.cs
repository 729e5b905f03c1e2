using System.ComponentModel.DataAnnotations;
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

/// <summary>One order: what it says is put right here, who has read it is said, and that the court has ended it.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class ShowModel(VisibleRecord record, SchoolDay day) : KnownCarerPageModel(record), IHasOrderForm
{
    private IReadOnlyList<CourtOrder> orders = [];

    [BindProperty(SupportsGet = true)]
    public Id<CourtOrder> OrderId { get; set; }

    [BindProperty]
    public OrderForm Form { get; set; } = new();

    [BindProperty]
    public EndForm Ending { get; set; } = new();

    public bool IsEnding { get; private set; }

    public CourtOrder Order { get; private set; } = null!;

    public string? SeenBy { get; private set; }

    public LocalDate Today => day.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is { } no)
        {
            return no;
        }

        Form = OrderForm.Of(Order, Tie);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is { } no)
        {
            return no;
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (Form.ChangedMeanwhile(Tie) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        return Form.Details(day.Today).Allowed(out var details, out var refusal) && Order.Describe(details).Allowed(out var changed, out refusal)
            ? await SavedAsync(changed, "What the order says is saved.", cancel)
            : this.PageWith(refusal);
    }

    public async Task<IActionResult> OnPostSeenAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is { } no)
        {
            return no;
        }

        // Whoever read it first stays.
        return Order.SeenById is null
            ? await SavedAsync(Order.WasSeen(Viewer.PersonId, day.Today, day.Today).OrThrow(), "It is written down that you have read the order.", cancel)
            : Redirect(OrderLinks.Of(Order));
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is { } no)
        {
            return no;
        }

        if (Order.EndedOn is not null)
        {
            return Redirect(OrderLinks.Of(Order));
        }

        (IsEnding, Form) = (true, OrderForm.Of(Order, Tie));
        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        var on = WrittenDate.Read(Ending.EndedOn, day.Today.PlusYears(-1).PlusDays(1));
        return Order.End(on, Ending.EndedBecause, day.Today).Allowed(out var changed, out var refusal)
            ? await SavedAsync(changed, "The order is ended. It stays to be read here.", cancel)
            : this.PageWith(refusal, nameof(Ending));
    }

    private async Task<IActionResult> SavedAsync(CourtOrderChanged changed, string sentence, CancellationToken cancel)
    {
        if (await Record.SaveAsync([changed, Tie.Follow(orders, day.Today)], cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say(sentence);
        return Redirect(OrderLinks.All(PupilId, CarerId));
    }

    private async Task<IActionResult?> ShowAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        orders = await Record.OrdersAsync(PupilId, CarerId, cancel);
        if (orders.FirstOrDefault(o => o.Id == OrderId) is not { } order)
        {
            return NotFound();
        }

        Order = order;
        SeenBy = order.SeenById is { } reader ? await Record.People.AsNoTracking().Where(p => p.Id == reader).Select(p => p.Name).FirstOrDefaultAsync(cancel) : null;
        return null;
    }
}

public sealed class EndForm
{
    [Display(Name = "The last day on which it held")]
    public string? EndedOn { get; set; }

    [Display(Name = "How the school knows", Description = "Such as: discharged, the order of 3 March was seen")]
    [MaxLength(Relationship.ReasonMaxLength, ErrorMessage = "It must be 500 characters or fewer")]
    public string? EndedBecause { get; set; }
}
