using Kept.Domain.Coach;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Coach;

/// <summary>A day gone by, as people type it on Tuesday 5 May 2026.</summary>
public sealed class TypedDayTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly SchoolCalendar Calendar = new([], insetDaysAreWorkingDays: true);

    [Theory]
    [InlineData("25 April", 2026, 4, 25)]
    [InlineData("25th of April", 2026, 4, 25)]
    [InlineData("Sat 25 April", 2026, 4, 25)]
    [InlineData("25/4", 2026, 4, 25)]
    [InlineData("1 September", 2025, 9, 1)]
    [InlineData("1/9/2025", 2025, 9, 1)]
    [InlineData("friday", 2026, 5, 1)]
    [InlineData("Last Friday", 2026, 5, 1)]
    [InlineData("on Monday", 2026, 5, 4)]
    [InlineData("tuesday", 2026, 5, 5)]
    [InlineData("last tuesday", 2026, 4, 28)]
    [InlineData("yesterday", 2026, 5, 4)]
    [InlineData("two days ago", 2026, 5, 3)]
    [InlineData("a week ago", 2026, 4, 28)]
    public void It_is_the_last_such_day(string typed, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), TypedDay.Gone(typed, Today, Calendar).OrThrow());

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("next Friday")]
    [InlineData("in two weeks")]
    [InlineData("in 2 weeks")]
    [InlineData("6/5/26")]
    [InlineData("6 May 2026")]
    public void What_can_only_lie_ahead_is_not_moved_into_the_past(string typed) =>
        Assert.True(TypedDay.Gone(typed, Today, Calendar).OrThrow() > Today);

    [Fact]
    public void Nothing_typed_is_no_day() => Assert.Null(TypedDay.Gone(" ", Today, Calendar).OrThrow());
}
