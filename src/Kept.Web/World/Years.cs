using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Plans who speaks with whom over the last school year and this one, up to two weeks ago.</summary>
internal sealed class Years(Cast cast, Telling telling, Dice dice)
{
    private readonly bool isPrimary = cast.School.Slug is "hillview";

    public void Plan(LocalDate from, LocalDate today)
    {
        foreach (var (place, child) in cast.Children.Index())
        {
            // The first children are those whom the demo names: theirs are the records that people open.
            var often = HowOften(child) + (place < 6 ? 4 : 0);
            foreach (var talk in dice.Shuffled(Conversation.All.Where(c => c.Suits(child, isPrimary))).Take(often))
            {
                telling.Tell(talk, child, cast.Calendar.OnOrBefore(from.PlusDays(dice.Between(3, Period.DaysBetween(from, today) - 14))));
            }
        }
    }

    private int HowOften(Child child) => child.Pupil.Provision switch
    {
        SenProvision.Plan => dice.Between(4, 7),
        SenProvision.Support => dice.Between(1, 5),
        _ => dice.Chance(8) ? 1 : 0
    };
}
