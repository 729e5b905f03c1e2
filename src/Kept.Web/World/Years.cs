using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Plans who speaks with whom over the last school year and this one, up to two weeks ago.</summary>
internal sealed class Years(Cast cast, Telling telling, Dice dice)
{
    private readonly bool isPrimary = cast.School.Slug is "hillview";

    public void Plan(LocalDate from, LocalDate today)
    {
        foreach (var child in cast.Children)
        {
            foreach (var talk in dice.Shuffled(Conversation.All.Where(c => c.Suits(child, isPrimary))).Take(HowOften(child)))
            {
                telling.Tell(talk, child, cast.Calendar.OnOrBefore(from.PlusDays(dice.Between(3, Period.DaysBetween(from, today) - 14))));
            }
        }
    }

    private int HowOften(Child child) => child.Pupil.Provision switch
    {
        SenProvision.Plan => dice.Between(5, 9),
        SenProvision.Support => dice.Between(2, 6),
        _ => dice.Chance(12) ? 1 : 0
    };
}
