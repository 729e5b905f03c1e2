using Kept.Domain.Schools;
using NodaTime;
using static Kept.Domain.Tests.Schools.SampleCalendar;

namespace Kept.Domain.Tests.Schools;

/// <summary>Rule 11: the clock is the school's. Four working days, and the school closes at four.</summary>
public sealed class ReplyClockTests
{
    private static readonly LocalTime ClosesAt = new(16, 0);

    [Theory]
    [InlineData(5, 5, "09:00", 5, 5, 5, 11)] // Tuesday: Wednesday, Thursday, Friday, Monday.
    [InlineData(5, 5, "16:00", 5, 5, 5, 11)] // Exactly at closing time is the same day.
    [InlineData(5, 5, "16:01", 5, 6, 5, 12)] // After it is the next.
    [InlineData(5, 5, "23:59", 5, 6, 5, 12)]
    [InlineData(5, 6, "00:00", 5, 6, 5, 12)]
    [InlineData(5, 1, "15:00", 5, 1, 5, 8)] // A Friday before a bank holiday Monday.
    [InlineData(5, 1, "17:00", 5, 5, 5, 11)] // The same Friday, too late: received on Tuesday.
    [InlineData(5, 2, "10:00", 5, 5, 5, 11)] // The Saturday.
    [InlineData(5, 4, "10:00", 5, 5, 5, 11)] // The bank holiday itself.
    [InlineData(5, 21, "10:00", 5, 21, 6, 3)] // Two working days from half-term: Friday, then Monday after it.
    [InlineData(5, 27, "10:00", 6, 1, 6, 5)] // In half-term.
    [InlineData(6, 24, "10:00", 6, 24, 6, 30)] // An INSET day counts: Thursday, INSET Friday, Monday, Tuesday.
    [InlineData(6, 26, "10:00", 6, 26, 7, 2)] // Received on an INSET day.
    [InlineData(4, 1, "10:00", 4, 13, 4, 17)] // In the holidays: the clock rests until term.
    [InlineData(3, 27, "16:30", 4, 13, 4, 17)] // The last day of term, after closing time.
    [InlineData(1, 21, "10:00", 1, 21, 1, 28)] // Snow on the first day after.
    public void A_contact_is_received_and_answered_by_the_schools_days(
        int month, int day, string time, int receivedMonth, int receivedDay, int byMonth, int byDay)
    {
        var arrived = Day(month, day) + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;

        Assert.Equal(Day(receivedMonth, receivedDay), ReplyClock.ReceivedOn(arrived, Calendar, ClosesAt));
        Assert.Equal(Day(byMonth, byDay), ReplyClock.AcknowledgeBy(arrived, Calendar, ClosesAt, 4));
    }

    [Fact]
    public void Where_INSET_days_do_not_count_the_clock_rests_on_them() =>
        Assert.Equal(Day(7, 1), ReplyClock.AcknowledgeBy(Day(6, 24) + new LocalTime(10, 0), WithInsetDaysOff, ClosesAt, 4));

    [Fact]
    public void The_length_is_the_schools_own() =>
        Assert.Equal(Day(5, 6), ReplyClock.AcknowledgeBy(Day(5, 5) + new LocalTime(10, 0), Calendar, ClosesAt, 1));

    [Fact]
    public void Beyond_the_calendar_no_day_is_made_up() =>
        Assert.Null(ReplyClock.AcknowledgeBy(Day(7, 20) + new LocalTime(10, 0), Calendar, ClosesAt, 4));

    [Theory]
    [InlineData(5, 5, 5, 11, 4)]
    [InlineData(5, 8, 5, 11, 1)]
    [InlineData(5, 9, 5, 11, 1)]
    [InlineData(5, 11, 5, 11, 0)]
    [InlineData(5, 12, 5, 11, -1)]
    [InlineData(5, 16, 5, 11, -4)]
    public void What_is_left_is_counted_in_working_days(int month, int day, int byMonth, int byDay, int left) =>
        Assert.Equal(left, ReplyClock.WorkingDaysLeft(Day(month, day), Day(byMonth, byDay), Calendar));
}
