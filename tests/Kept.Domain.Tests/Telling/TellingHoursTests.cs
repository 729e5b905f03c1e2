using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Tests.Telling;

public sealed class TellingHoursTests
{
    private static readonly TellingHours Hours = new(new LocalTime(19, 0), new LocalTime(8, 0));

    [Theory]
    // In the day: after the time in which it can be taken back.
    [InlineData("2026-05-05T09:30", Rhythm.AtOnce, "2026-05-05T09:40")]
    // In the evening and in the night: in the morning.
    [InlineData("2026-05-05T18:55", Rhythm.AtOnce, "2026-05-06T08:00")]
    [InlineData("2026-05-05T23:58", Rhythm.AtOnce, "2026-05-06T08:00")]
    [InlineData("2026-05-05T02:00", Rhythm.AtOnce, "2026-05-05T08:00")]
    // Together, after school: of this day, or of the next.
    [InlineData("2026-05-05T09:30", Rhythm.Daily, "2026-05-05T16:30")]
    [InlineData("2026-05-05T16:25", Rhythm.Daily, "2026-05-06T16:30")]
    // On Friday; what comes later on Friday waits a week.
    [InlineData("2026-05-05T09:30", Rhythm.Weekly, "2026-05-08T16:30")]
    [InlineData("2026-05-08T09:30", Rhythm.Weekly, "2026-05-08T16:30")]
    [InlineData("2026-05-08T16:30", Rhythm.Weekly, "2026-05-15T16:30")]
    // The night in which the clocks go forward.
    [InlineData("2026-03-29T00:55", Rhythm.AtOnce, "2026-03-29T08:00")]
    public void Nobody_is_told_in_the_night_and_everybody_as_often_as_they_wish(string happened, Rhythm rhythm, string told) =>
        Assert.Equal(At(told), Hours.Next(At(happened), rhythm));

    private static Instant At(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(School.Zone).ToInstant();
}
