using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Telling;

/// <summary>When a telephone may ring: no message about a child arrives at night.</summary>
/// <param name="QuietFrom">In the evening.</param>
/// <param name="QuietUntil">In the morning.</param>
public sealed record TellingHours(LocalTime QuietFrom, LocalTime QuietUntil)
{
    /// <summary>What was shared by mistake can be taken back for so long before anybody is told.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(10);

    public static TellingHours Of(School school) => new(school.QuietFrom, school.QuietUntil);

    /// <summary>When a carer is told of what happened at a moment.</summary>
    public Instant Next(Instant happened, Rhythm rhythm)
    {
        var local = (happened + Grace).InZone(School.Zone).LocalDateTime;
        var wished = rhythm switch
        {
            Rhythm.Daily => Digest(local, _ => true),
            Rhythm.Weekly => Digest(local, day => day.DayOfWeek is IsoDayOfWeek.Friday),
            _ => local
        };
        return OutOfQuiet(wished).InZoneLeniently(School.Zone).ToInstant();
    }

    /// <summary>The moment itself by day; at night the next morning. What goes a second way, or is tried again, wakes nobody either.</summary>
    public Instant NotAtNight(Instant at) => OutOfQuiet(at.InZone(School.Zone).LocalDateTime) is var day && day == at.InZone(School.Zone).LocalDateTime
        ? at
        : day.InZoneLeniently(School.Zone).ToInstant();

    private static LocalDateTime Digest(LocalDateTime now, Func<LocalDate, bool> fits)
    {
        var day = now.TimeOfDay <= School.DigestAt ? now.Date : now.Date.PlusDays(1);
        while (!fits(day))
        {
            day = day.PlusDays(1);
        }

        return day + School.DigestAt;
    }

    private LocalDateTime OutOfQuiet(LocalDateTime time) =>
        time.TimeOfDay >= QuietFrom ? time.Date.PlusDays(1) + QuietUntil
        : time.TimeOfDay < QuietUntil ? time.Date + QuietUntil
        : time;
}
