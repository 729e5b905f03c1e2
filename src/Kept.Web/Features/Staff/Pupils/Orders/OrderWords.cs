using Kept.Domain;
using Kept.Domain.People;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.Orders;

/// <summary>Court orders, in the words that stand on them.</summary>
public static class OrderWords
{
    public static string InWords(this CourtOrderKind kind) => kind switch
    {
        CourtOrderKind.ChildArrangements => "Child arrangements order",
        CourtOrderKind.ProhibitedSteps => "Prohibited steps order",
        CourtOrderKind.SpecificIssue => "Specific issue order",
        CourtOrderKind.NonMolestation => "Non-molestation order",
        CourtOrderKind.Occupation => "Occupation order",
        CourtOrderKind.SpecialGuardianship => "Special guardianship order",
        CourtOrderKind.Care => "Care order",
        _ => "Other order"
    };

    /// <summary>"From 3 March 2026 until 2 March 2028".</summary>
    public static string Period(this CourtOrder order) =>
        $"From {order.From.InWords()}{(order.LastDay is { } last ? $" until {last.InWords()}" : ", no last day named")}";

    /// <summary>Where it stands on a day, and in which colour.</summary>
    public static (string Words, TagKind Kind) StateOn(this CourtOrder order, LocalDate day) =>
        order.HoldsOn(day) ? ("Holds", TagKind.Late)
        : order.From > day ? ($"From {order.From.InWords()}", TagKind.Due)
        : (order.EndedOn is null ? "Ran out" : "Ended", TagKind.Parked);
}
