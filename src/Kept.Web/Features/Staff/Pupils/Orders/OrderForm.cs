using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>What an order says, as it is typed.</summary>
public sealed class OrderForm
{
    public Id<CourtOrder> Key { get; set; } = Id<CourtOrder>.New();

    /// <summary>The state of the orders that was read when the form was opened.</summary>
    public int Read { get; set; }

    [Display(Name = "What kind of order is it?")]
    public CourtOrderKind Kind { get; set; }

    [Display(Name = "Reference", Description = "The case number, as it stands on the order")]
    [MaxLength(Relationship.CourtOrderMaxLength, ErrorMessage = "The reference must be 120 characters or fewer")]
    public string? Reference { get; set; }

    [Display(Name = "What it says that staff are to do", Description = "In a sentence they can act on, such as: No letters or calls; school reports go through the solicitor")]
    [MaxLength(Relationship.ReasonMaxLength, ErrorMessage = "It must be 500 characters or fewer")]
    public string? Says { get; set; }

    [Display(Name = "What does it take from their right to be told?")]
    public ContactRestriction Restriction { get; set; }

    [Display(Name = "From", Description = "The first day on which it holds, like 3 March 2026")]
    public string? From { get; set; }

    [Display(Name = "Until", Description = "The last day on which it holds. Leave empty if the order names none")]
    public string? Until { get; set; }

    public static IEnumerable<Choice> Kinds => Enum.GetValues<CourtOrderKind>().Select(k => new Choice(k.ToString(), k.InWords()));

    public static IEnumerable<Choice> Restrictions =>
    [
        new(nameof(ContactRestriction.None), "Nothing", "They are told like any other parent; the order is about something else, such as where the child lives"),
        new(nameof(ContactRestriction.Limited), "Some things only", "Kept tells them nothing by itself; staff read the order before every contact"),
        new(nameof(ContactRestriction.NoInformation), "No information about the child"),
        new(nameof(ContactRestriction.NoContact), "No contact at all")
    ];

    public static OrderForm Of(CourtOrder order, Relationship tie) => new()
    {
        Key = order.Id,
        Read = tie.OrdersVersion,
        Kind = order.Kind,
        Reference = order.Reference,
        Says = order.Says,
        Restriction = order.Restriction,
        From = order.From.InWords(),
        Until = order.Until?.InWords()
    };

    /// <summary>Of a restriction that stands on the tie with no order behind it.</summary>
    public static OrderForm Of(Relationship tie) => new()
    {
        Read = tie.OrdersVersion,
        Kind = CourtOrderKind.Other,
        Reference = tie.CourtOrderReference,
        Says = tie.RestrictionReason,
        Restriction = tie.Restriction,
        From = tie.RestrictionFrom?.InWords(),
        Until = tie.RestrictionUntil?.InWords()
    };

    /// <summary>Null where nobody has changed the orders since the form was opened.</summary>
    public Refusal? ChangedMeanwhile(Relationship tie) =>
        Read == tie.OrdersVersion ? null : new Refusal("Somebody else changed the orders while you had this open. Look at what they did, then try again; what you typed is still here");

    public Result<OrderDetails> Details(LocalDate today)
    {
        // An order is mostly of a time before: a day without its year is the one that was.
        var from = WrittenDate.Read(From, today.PlusYears(-1).PlusDays(1));
        if (from is null && Text.Tidy(From) is not null)
        {
            return new Refusal("Enter the day from which the order holds, like 3 March 2026", nameof(From));
        }

        var until = WrittenDate.Read(Until, today);
        return until is null && Text.Tidy(Until) is not null
            ? new Refusal("Enter the last day on which the order holds, like 18 December 2027, or leave it empty", nameof(Until))
            : new OrderDetails(Kind, Reference, Says, Restriction, from, until);
    }
}
