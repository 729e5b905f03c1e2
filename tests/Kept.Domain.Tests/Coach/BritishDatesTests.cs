using Kept.Domain.Coach;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Coach;

public sealed class BritishDatesTests
{
    [Fact]
    public void The_words_of_a_date_are_pointed_out_with_those_that_lead_to_it()
    {
        const string Text = "ring mum by Friday please";

        var reading = BritishDates.Find(Text, SampleSchool.Day("2026-04-23"), SampleSchool.Calendar);

        var words = Assert.Single(reading.Words);
        Assert.Equal("by Friday", Text.Substring(words.Start, words.Length));
    }

    [Theory]
    [InlineData("after half-term")]
    [InlineData("by the end of term")]
    [InlineData("before Easter")]
    [InlineData("in the first week back")]
    [InlineData("within five school days")]
    public void Without_a_calendar_its_dates_are_not_guessed(string text)
    {
        Assert.Null(BritishDates.Find(text, SampleSchool.Day("2026-04-23"), SchoolCalendar.Empty).Due);
    }

    [Theory]
    [InlineData("by 30/2")]
    [InlineData("on 31 April")]
    [InlineData("score of 8/10 in spellings")]
    [InlineData("half an hour, 1/2 hour")]
    [InlineData("a start-of-day plan")]
    [InlineData("every Friday")]
    [InlineData("on Fridays")]
    [InlineData("twice a week")]
    [InlineData("he may 5 times")]
    public void What_only_looks_like_a_date_is_none(string text)
    {
        Assert.Null(BritishDates.Find(text, SampleSchool.Day("2026-04-23"), SampleSchool.Calendar).Due);
    }

    [Theory]
    [InlineData("by 29 Feb", "2028-02-29")]
    [InlineData("5th Jan", "2027-01-05")]
    [InlineData("02/05/2026", "2026-05-02")]
    [InlineData("for 10 school days", "2026-05-08")]
    [InlineData("two weeks on Friday", "2026-05-08")]
    [InlineData("the Tuesday after half-term", "2026-06-02")]
    [InlineData("from Monday to Friday", "2026-04-24")]
    [InlineData("week ending 8 May", "2026-05-08")]
    [InlineData("by the end of the school year", "2026-07-21")]
    [InlineData("by the end of the autumn term", "2026-12-18")]
    [InlineData("by the start of the autumn term", "2026-09-02")]
    [InlineData("next half-term", "2026-06-01")]
    [InlineData("the last day before half-term", "2026-05-22")]
    public void Dates_are_read_as_schools_say_them(string text, string due)
    {
        Assert.Equal(SampleSchool.Day(due), BritishDates.Find(text, SampleSchool.Day("2026-04-23"), SampleSchool.Calendar).Due);
    }
}
