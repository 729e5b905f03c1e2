using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>What ties a carer to a child, in the words that staff read before they pick up the phone.</summary>
public static class TieWords
{
    /// <summary>Begins the sentence that stands before any contact details.</summary>
    public static string InWords(this ContactRestriction restriction) => restriction switch
    {
        ContactRestriction.NoContact => "Do not contact",
        ContactRestriction.NoInformation => "Do not give any information about the child",
        ContactRestriction.Limited => "Ask before telling anything",
        _ => "No restriction"
    };

    public static string InWords(this KnownOrNot known) => known switch
    {
        KnownOrNot.Yes => "Yes",
        KnownOrNot.No => "No",
        _ => "Not known"
    };

    public static string InWords(this LivesWith lives) => lives switch
    {
        LivesWith.Full => "Lives with them",
        LivesWith.Part => "Lives with them part of the time",
        LivesWith.No => "Does not live with them",
        _ => "Not known"
    };

    public static string InWords(this ContactMethod method) => method switch
    {
        ContactMethod.InPerson => "In person",
        ContactMethod.NotSaid => "Not said",
        _ => method.ToString()
    };

    public static string InWords(this Rhythm rhythm) => rhythm switch
    {
        Rhythm.AtOnce => "At once, but not in the night",
        Rhythm.Daily => "Once a day, after school",
        _ => "Once a week, on Friday"
    };
}
