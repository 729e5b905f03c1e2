using Kept.Domain.Schools;
using static Kept.Domain.Tests.Schools.SampleCalendar;

namespace Kept.Domain.Tests.Schools;

public sealed class SchoolCalendarTests
{
    [Theory]
    [InlineData(5, 5, true, true, false)] // An ordinary Tuesday.
    [InlineData(5, 4, false, false, true)] // A bank holiday.
    [InlineData(5, 9, false, false, true)] // A Saturday.
    [InlineData(5, 10, false, false, true)] // A Sunday.
    [InlineData(5, 25, false, false, true)] // The first day of half-term,
    [InlineData(5, 29, false, false, true)] // and its last.
    [InlineData(6, 26, false, true, false)] // An INSET day: staff are in, pupils are not.
    [InlineData(1, 22, false, false, true)] // Snow.
    [InlineData(4, 1, false, false, true)] // Between terms.
    [InlineData(4, 13, true, true, false)] // The first day of term,
    [InlineData(7, 21, true, true, false)] // and its last.
    [InlineData(7, 22, false, false, true)] // After the last term that anybody entered.
    public void A_day_is_what_the_school_says_it_is(int month, int day, bool isSchoolDay, bool isWorkingDay, bool isClosed)
    {
        var date = Day(month, day);

        Assert.Equal((isSchoolDay, isWorkingDay, isClosed), (Calendar.IsSchoolDay(date), Calendar.IsWorkingDay(date), Calendar.IsClosed(date)));
    }

    [Fact]
    public void A_school_may_say_that_INSET_days_do_not_count()
    {
        Assert.False(WithInsetDaysOff.IsWorkingDay(Day(6, 26)));
        Assert.True(WithInsetDaysOff.IsWorkingDay(Day(6, 25)));
        Assert.False(WithInsetDaysOff.IsClosed(Day(6, 26)));
    }

    [Fact]
    public void The_next_school_day_skips_what_is_closed_and_INSET_days()
    {
        Assert.Equal(Day(5, 5), Calendar.NextSchoolDay(Day(5, 1)));
        Assert.Equal(Day(6, 1), Calendar.NextSchoolDay(Day(5, 22)));
        Assert.Equal(Day(6, 29), Calendar.NextSchoolDay(Day(6, 25)));
        Assert.Equal(Day(4, 13), Calendar.NextSchoolDay(Day(3, 27)));
    }

    [Fact]
    public void The_last_school_day_is_the_one_before() => Assert.Equal(Day(3, 27), Calendar.LastSchoolDay(Day(4, 13)));

    [Fact]
    public void Working_days_between_leave_out_the_first_day_and_count_the_last()
    {
        Assert.Equal(2, Calendar.WorkingDaysBetween(Day(4, 30), Day(5, 5)));
        Assert.Equal(0, Calendar.WorkingDaysBetween(Day(5, 5), Day(5, 5)));
        Assert.Equal(0, Calendar.WorkingDaysBetween(Day(5, 22), Day(5, 31)));
        Assert.Equal(0, SchoolCalendar.Empty.WorkingDaysBetween(Day(4, 30), Day(5, 5)));
    }

    [Fact]
    public void A_term_that_is_further_away_than_a_year_and_a_month_is_not_looked_for()
    {
        var later = new SchoolCalendar([new CalendarPeriod(PeriodKind.Term, Day(5, 5).PlusDays(500), Day(5, 5).PlusDays(600), "Far away")]);

        Assert.Null(later.NextSchoolDay(Day(5, 5)));
        Assert.Null(later.LastSchoolDay(Day(5, 5).PlusDays(1100)));
    }

    [Fact]
    public void Nothing_is_promised_beyond_the_terms_that_are_entered()
    {
        Assert.Null(Calendar.NextSchoolDay(Day(7, 21)));
        Assert.Null(SchoolCalendar.Empty.NextWorkingDay(Day(5, 5)));
        Assert.False(SchoolCalendar.Empty.Knows(Day(5, 5)));
        Assert.True(Calendar.Knows(Day(4, 1)));
        Assert.False(Calendar.Knows(Day(7, 22)));
    }
}
