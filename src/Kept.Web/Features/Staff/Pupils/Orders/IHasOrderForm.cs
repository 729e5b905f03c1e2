namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>A page on which an order is written down or put right.</summary>
public interface IHasOrderForm
{
    OrderForm Form { get; }
}
