using Kept.Domain.Coach;

namespace Kept.Domain.Tests.Coach;

/// <summary>Words that look like a date and give no day that can be meant, said on Thursday 23 April 2026.</summary>
public sealed class DateDoubtTests
{
    [Theory]
    [InlineData("by 31 February", "not a day")]
    [InlineData("by 30/2", "not a day")]
    [InlineData("on 29.02.2027", "not a day")]
    [InlineData("by 12/25/2026", "not a day")]
    [InlineData("by 2026-13-01", "not a day")]
    [InlineData("by February 30", "not a day")]
    [InlineData("by the 32nd", "not a day")]
    [InlineData("by last Tuesday", "gone by")]
    [InlineData("by yesterday", "gone by")]
    [InlineData("by last week", "gone by")]
    [InlineData("by 3 March 2026", "gone by")]
    [InlineData("by 3 March 1999", "gone by")]
    [InlineData("by 22/04/2026", "gone by")]
    [InlineData("by 1 January 2099", "two years")]
    [InlineData("by 24/4/2028", "two years")]
    public void They_stay_in_the_action_and_the_day_is_asked_for(string words, string why)
    {
        var reading = EntryCoach.Read($"Mrs Khan will move the table {words}", LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Null(reading.Due);
        Assert.Equal($"Move the table {words}", reading.Act);
        Assert.Contains($"“{words}”", reading.DateTrouble, StringComparison.Ordinal);
        Assert.Contains(why, reading.DateTrouble, StringComparison.Ordinal);
        Assert.Contains(reading.Advice, a => a.Message == reading.DateTrouble);
    }

    [Theory]
    [InlineData("send the minutes of 20 April 2026 by Friday", "2026-04-24")]
    [InlineData("send the minutes of last Tuesday by Friday", "2026-04-24")]
    [InlineData("ring the clinic by 23 April 2028", "2028-04-23")]
    [InlineData("ring the clinic today", "2026-04-23")]
    [InlineData("ring the clinic on the last day of term", "2026-07-21")]
    [InlineData("ring the clinic by 29 February", "2028-02-29")]
    public void A_day_that_can_be_meant_is_taken(string words, string due)
    {
        var reading = EntryCoach.Read($"Mrs Khan will {words}", LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Equal(SampleSchool.Day(due), reading.Due);
        Assert.Null(reading.DateTrouble);
    }

    [Theory]
    [InlineData("send the minutes of last Tuesday")]
    [InlineData("check the score of 8/10 in spellings")]
    public void What_is_no_deadline_is_not_asked_about(string words)
    {
        var reading = EntryCoach.Read($"Mrs Khan will {words}", LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Null(reading.Due);
        Assert.Null(reading.DateTrouble);
    }
}
