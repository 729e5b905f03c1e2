using Kept.Domain.Access;

namespace Kept.Web.Components;

/// <summary>Those who may see a part of the record, as a sentence names them.</summary>
public static class Readers
{
    public static string InWords(Visibility visibility) => visibility switch
    {
        Visibility.Family => "the family and staff who work with the pupil",
        Visibility.Staff => "staff who work with the pupil",
        Visibility.SendTeam => "the SEND team",
        _ => "the safeguarding leads"
    };
}
