using System.Globalization;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.World;

/// <summary>
/// The last weeks, planned by hand so that Today is alive on whatever day the demo is made: something late, something due, a reply
/// whose clock runs out. Days are counted in school days, so that a demo made on a Sunday speaks of Friday and Monday.
/// </summary>
internal sealed class Lately(Cast cast, Telling telling, LocalDate today)
{
    private readonly LocalDate here = cast.Calendar.OnOrAfter(today);

    public void Plan()
    {
        foreach (var row in WordList.Rows("now.csv").Where(row => row[0] == cast.School.Slug))
        {
            var arrived = row[3].StartsWith("clock", StringComparison.Ordinal) ? ArrivalFor(Number(row[3][6..])) : DayBefore(Number(row[3]));
            telling.Tell(
                Conversation.Called(row[2]), cast.Named(row[1]), arrived, Enum.Parse<Ending>(row[4], ignoreCase: true),
                dueOn: Day(row[5]), reviewOn: Day(row[6]), arrivedAt: new LocalTime(10, 40));
        }
    }

    private LocalDate? Day(string offset) => offset.Length == 0 ? null
        : offset is "today" ? today
        : Number(offset) is var days && days < 0 ? DayBefore(-days)
        : cast.Calendar.After(here, days);

    private LocalDate DayBefore(int schoolDays) => cast.Calendar.Before(today, schoolDays);

    /// <summary>The day on which a contact arrived whose reply is due today or on the coming working day (0), or was due then (-1).</summary>
    private LocalDate ArrivalFor(int days)
    {
        var deadline = days < 0 ? DayBefore(-days) : here;
        var day = cast.Calendar.Before(deadline, 1);
        while (ReplyClock.AcknowledgeBy(day.At(new LocalTime(10, 40)), cast.Calendar, cast.School.ClosesAt, cast.School.AcknowledgeWithinWorkingDays) > deadline)
        {
            day = cast.Calendar.Before(day, 1);
        }

        return day;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
