using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Web.Features.Staff.Pupils.People;

namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>Where the pages about court orders are.</summary>
public static class OrderLinks
{
    public static string All(Id<Pupil> pupil, Id<Person> carer) => PupilPeopleLinks.Orders(pupil, carer);

    public static string Add(Id<Pupil> pupil, Id<Person> carer) => $"{All(pupil, carer)}/add";

    public static string Of(CourtOrder order) => $"{All(order.PupilId, order.CarerId)}/{order.Id}";
}
