using Kept.Domain.People;

namespace Kept.Domain.Telling;

public enum WayToTell
{
    Email,
    Text,

    /// <summary>On paper: staff print it.</summary>
    Letter,

    /// <summary>Somebody of the school tells them, by telephone or at the gate.</summary>
    Person
}

/// <summary>What can reach a carer.</summary>
/// <param name="HasAWayIn">Without one, a message that something waits leads nowhere.</param>
public sealed record Reach(ContactMethod Preferred, string? Email, string? Mobile, bool HasAWayIn)
{
    public static Reach Of(Person carer, Relationship tie) => new(tie.PreferredMethod, Addresses.Email(carer.Email), Addresses.Mobile(carer.Phone), carer.AccountId is not null);
}

/// <summary>Which ways a school has set up.</summary>
public sealed record WaysOut(bool Email, bool Text);

public static class Ways
{
    /// <summary>
    /// In which order a carer is tried: first as they wish, then by what is quick, and in the end by what staff do with their hands, which cannot fail unseen.
    /// </summary>
    public static IReadOnlyList<WayToTell> For(Reach carer, WaysOut school)
    {
        List<WayToTell> order = carer.Preferred switch
        {
            ContactMethod.Phone or ContactMethod.InPerson => [WayToTell.Person],
            ContactMethod.Letter => [WayToTell.Letter],
            ContactMethod.Text => [WayToTell.Text, WayToTell.Email, WayToTell.Letter],
            _ => [WayToTell.Email, WayToTell.Text, WayToTell.Letter]
        };
        return [.. order.Where(way => way switch
        {
            WayToTell.Email => school.Email && carer is { HasAWayIn: true, Email: not null },
            WayToTell.Text => school.Text && carer is { HasAWayIn: true, Mobile: not null },
            _ => true
        })];
    }

    /// <summary>What comes after a way that failed; null after the last. One that is set up no more is followed by what staff do.</summary>
    public static WayToTell? After(this IReadOnlyList<WayToTell> order, WayToTell failed)
    {
        var rest = order.SkipWhile(way => way != failed).Skip(1).ToList();
        return rest.Count > 0 ? rest[0] : order.Contains(failed) ? null : order[^1];
    }

    public static bool IsByHand(this WayToTell way) => way is WayToTell.Letter or WayToTell.Person;
}
